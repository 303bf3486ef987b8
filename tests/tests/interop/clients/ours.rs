//! `sse_events()` and async-openai read what the official clients read.

use std::collections::BTreeMap;

use async_openai::types::responses::ResponseStreamEvent;
use futures_util::TryStreamExt as _;
use serde_json::{Value, json};
use sse_event::{ByteStreamExt as _, DecodeEventOwned};
use sse_event_examples::mock_openai::{self, chat::ChatEvent, responses::ResponseEvent};

use super::server::Server;
use super::{ANSWER, PAUSE, PROMPT, WORDS};

async fn read<T: DecodeEventOwned>(server: &Server, path: &str, request: &Value) -> Vec<T> {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let response = client.post(server.url(path)).body(request.to_string()).send().await.expect("a response");
    let events = response.error_for_status().expect("a good request").bytes_stream().sse_events();
    events.try_collect().await.expect("a whole stream")
}

#[tokio::test]
async fn sse_events_reads_whole_response() {
    let server = Server::start(mock_openai::router(PAUSE)).await;
    let request = json!({"model": "any", "stream": true, "input": PROMPT});
    let events: Vec<ResponseEvent> = read(&server, "/v1/responses", &request).await;

    let sent = server.sent().remove(0);
    assert_eq!(events.len(), sent.events.len());
    let numbers = sent.json().into_iter().map(|event| event["sequence_number"].as_u64());
    assert!(numbers.eq((0..).map(Some).take(events.len())), "{}", sent.text);
    let mut counts = BTreeMap::new();
    for event in &sent.events {
        *counts.entry(&*event.event).or_default() += 1;
        serde_json::from_str::<ResponseStreamEvent>(&event.data).expect("async-openai reads it too");
    }
    let expected = [
        ("response.completed", 1),
        ("response.content_part.added", 1),
        ("response.content_part.done", 1),
        ("response.created", 1),
        ("response.in_progress", 1),
        ("response.output_item.added", 1),
        ("response.output_item.done", 1),
        ("response.output_text.delta", WORDS),
        ("response.output_text.done", 1),
    ];
    assert_eq!(counts, BTreeMap::from(expected));

    let deltas = events.iter().filter_map(|event| match event {
        ResponseEvent::TextDelta { delta, .. } => Some(&**delta),
        _ => None,
    });
    assert_eq!(deltas.collect::<String>(), ANSWER);
}

#[tokio::test]
async fn sse_events_reads_whole_completion() {
    let server = Server::start(mock_openai::router(PAUSE)).await;
    let request = json!({
        "model": "any",
        "stream": true,
        "stream_options": {"include_usage": true},
        "messages": [{"role": "user", "content": PROMPT}],
    });
    let events: Vec<ChatEvent> = read(&server, "/v1/chat/completions", &request).await;

    let sent = server.sent().remove(0);
    // The role, the words, the finish reason, the usage; and `[DONE]`, which is not one of our events.
    assert_eq!((events.len(), sent.events.len()), (WORDS + 3, WORDS + 4));
    assert!(sent.events.iter().all(|event| event.event.is_empty()), "{}", sent.text);
    assert!(!sent.text.contains("event:"), "{}", sent.text);
    let deltas = sent.json();
    let deltas = deltas.iter().filter_map(|chunk| chunk["choices"][0]["delta"]["content"].as_str());
    assert_eq!(deltas.collect::<String>(), ANSWER);
}

#[tokio::test]
async fn answers_requests_without_stream() {
    let server = Server::start(mock_openai::router(PAUSE)).await;
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let post = async |path: &str, request: Value| {
        let request = client.post(server.url(path)).body(request.to_string());
        let response = request.send().await.expect("a response");
        let status = response.status().as_u16();
        let body = response.bytes().await.expect("a body");
        (status, serde_json::from_slice::<Value>(&body).expect("JSON"))
    };
    let (status, response) = post("/v1/responses", json!({"model": "any", "input": PROMPT})).await;
    assert_eq!((status, response["output"][0]["content"][0]["text"].as_str()), (200, Some(ANSWER)));

    let messages = json!([{"role": "user", "content": PROMPT}]);
    let (status, completion) =
        post("/v1/chat/completions", json!({"model": "any", "messages": messages})).await;
    assert_eq!((status, completion["choices"][0]["message"]["content"].as_str()), (200, Some(ANSWER)));

    let (status, error) = post("/v1/responses", json!({"model": "any", "input": 3})).await;
    let message = error["error"]["message"].as_str().expect("a message");
    assert!(status == 400 && message.starts_with("neither a text nor a list of messages"), "{message}");
    let (status, error) = post("/v1/completions", Value::Null).await;
    assert_eq!(
        (status, error["error"]["message"].as_str()),
        (404, Some("there is no POST /v1/completions here"))
    );
}
