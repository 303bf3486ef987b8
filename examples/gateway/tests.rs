//! Compares the events that leave the gateway with those that enter it.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::StreamExt as _;
use serde_json::Value;
use sse_event::{ByteStreamExt as _, RawEventBuf, StreamError};

use crate::ANSWER;
use crate::event::Usage;
use crate::gateway::{Gateway, MODEL};
use crate::tally::Tally;
use crate::upstream::{Script, serve};

type Item = Result<RawEventBuf, StreamError<reqwest::Error>>;

fn script(events: &'static str) -> Script {
    // The pause flushes each event, including the last one before the connection is aborted.
    Script { events, pause: Duration::from_millis(1), breaks: false }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("a client")
}

/// A gateway in front of this upstream, and its URL.
async fn gateway(script: Script) -> (std::sync::Arc<Gateway>, String) {
    let gateway = Gateway::new(serve(script.app()).await.expect("the loopback"), client());
    let url = serve(gateway.app()).await.expect("the loopback");
    (gateway, url)
}

async fn read(url: String) -> Vec<Item> {
    client().get(url).send().await.expect("a response").bytes_stream().raw_events().collect().await
}

/// Every event of a stream that must end normally.
async fn events(url: String) -> Vec<RawEventBuf> {
    read(url).await.into_iter().map(|item| item.expect("an event")).collect()
}

#[tokio::test]
async fn only_one_event_is_rewritten() {
    let upstream = events(serve(script(ANSWER).app()).await.expect("the loopback")).await;
    let (gateway, url) = gateway(script(ANSWER)).await;
    let downstream = events(url).await;
    assert_eq!((upstream.len(), downstream.len()), (9, 9));

    let is_rewritten = |event: &&RawEventBuf| event.event == "answer.started";
    assert!(upstream.iter().skip(1).eq(downstream.iter().filter(|event| !is_rewritten(event))));
    let value = |event: &RawEventBuf| -> BTreeMap<String, Value> {
        serde_json::from_str(&event.data).expect("an object")
    };
    let mut expected = value(&upstream[0]);
    expected.insert("model".into(), MODEL.into());
    assert_eq!(value(&downstream[0]), expected);
    let beside = |event: &RawEventBuf| (event.event.clone(), event.id.clone(), event.retry);
    assert_eq!(beside(&downstream[0]), beside(&upstream[0]));

    let usage = Usage { input_tokens: 118, output_tokens: 24 };
    let expected = Tally { rewritten: 1, read: 3, unknown: 4, malformed: 0, text: 66, usage };
    assert_eq!(gateway.tally(), expected);
}

#[tokio::test]
async fn other_events_are_forwarded_byte_for_byte() {
    let (_, url) = gateway(script(ANSWER)).await;
    let downstream = client().get(url).send().await.expect("a response").text().await.expect("a body");
    // The comment was only for the upstream connection, and an ID is repeated for events that inherit it.
    let expected = ANSWER
        .replace(": still at it\n", "")
        .replace("data: {\"note\"", "id: 5\ndata: {\"note\"")
        .replace("event: chart.end\n", "event: chart.end\nid: 5\n");
    let after_first = |text: &str| text.split_once("\n\n").expect("an event").1.to_owned();
    assert_eq!(after_first(&downstream), after_first(&expected));
    assert_eq!(downstream.matches("[DONE]").count(), 1);
}

#[tokio::test]
async fn truncated_upstream_truncates_downstream() {
    let whole = ANSWER.strip_suffix("data: [DONE]\n\n").expect("the sentinel is last");
    let inside = &ANSWER[..ANSWER.len() - "ONE]\n\n".len()];
    for (events, breaks) in [(whole, true), (whole, false), (inside, false), (inside, true)] {
        let (gateway, url) = gateway(Script { breaks, ..script(events) }).await;
        let mut items = read(url).await;
        let error = items.pop().expect("an item").expect_err("the end is missing");
        assert!(matches!(error, StreamError::Transport(_)), "{error}");
        assert_eq!(items.len(), 8, "no earlier event is lost");
        assert!(items.iter().all(|item| item.as_ref().is_ok_and(|event| event.data != "[DONE]")));
        assert_eq!(gateway.tally().usage, Usage { input_tokens: 118, output_tokens: 24 });
    }
}

#[tokio::test]
async fn malformed_event_is_forwarded() {
    const EVENTS: &str = "event: answer.delta\nid: 7\nretry: 9\ndata: {\"text\":7}\n\nevent: answer.started\ndata: {\n\n\
                          data: [DONE]\n\n";
    let (gateway, url) = gateway(script(EVENTS)).await;
    let text = client().get(url).send().await.expect("a response").text().await.expect("a body");
    assert_eq!(text, EVENTS.replace("started\n", "started\nid: 7\n"));
    assert_eq!(gateway.tally(), Tally { malformed: 2, ..Tally::default() });
}

#[tokio::test]
async fn reconnecting_client_resumes() {
    let (_, url) = gateway(script(ANSWER)).await;
    let request = client().get(url).header("last-event-id", "5");
    let items: Vec<Item> =
        request.send().await.expect("a response").bytes_stream().raw_events().collect().await;
    let names: Vec<String> = items.into_iter().map(|item| item.expect("an event").event).collect();
    assert_eq!(names, ["", "chart.end", "answer.finished", ""]);
}

#[tokio::test]
async fn id_reset_is_forwarded() {
    const EVENTS: &str = "event: note\nid: 7\ndata: a\n\nevent: note\nid: \ndata: b\n\nevent: note\nid: \ndata: c\n\ndata: [DONE]\n\n";
    let (_, url) = gateway(script(EVENTS)).await;
    let text = client().get(url).send().await.expect("a response").text().await.expect("a body");
    assert_eq!(text, EVENTS);
}

#[tokio::test]
async fn missing_upstream_is_bad_gateway() {
    let nowhere = serve(axum::Router::new()).await.expect("the loopback");
    let url = serve(Gateway::new(nowhere, client()).app()).await.expect("the loopback");
    let response = client().get(url).send().await.expect("a response");
    assert_eq!(response.status(), 502);
    let text = response.text().await.expect("a text");
    assert!(text.contains("404"), "{text}");
}
