//! Generic readers read the comments, IDs and reconnection times that a body sends besides events.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use futures_util::stream;
use serde_json::{Value, json};
use sse_event::server::Block;
use sse_event::wire::Comment;
use sse_event::{EventBody, EventMeta, SseEvent};

use super::client::{Case, Language, Report, run};
use super::server::Server;

#[derive(SseEvent)]
#[sse(encode_only)]
enum Event {
    #[event("ping")]
    Ping,
    #[event("note", raw)]
    Note(&'static str),
    #[event("done", terminal)]
    Done,
}

/// A stream with every kind of block, and an ID that is reset.
fn blocks() -> [Block<(Event, EventMeta)>; 7] {
    let meta = EventMeta::default;
    [
        meta().with_retry(Duration::from_secs(5)).into(),
        Comment::new("data: not an event\n\nstill not").into(),
        (Event::Ping, meta().with_id("1")).into(),
        meta().with_id("2").into(),
        (Event::Note("two"), meta()).into(),
        (Event::Ping, meta().reset_id()).into(),
        (Event::Done, meta()).into(),
    ]
}

/// The names, data and last event IDs according to the standard.
fn expected() -> Vec<Value> {
    vec![
        json!(["ping", "{}", "1"]),
        json!(["note", "two", "2"]),
        json!(["ping", "{}", ""]),
        json!(["done", "{}", ""]),
    ]
}

async fn read(language: Language) -> Option<Vec<Report>> {
    let answer = async || EventBody::new(stream::iter(blocks().map(Ok::<_, Infallible>)));
    let server = Server::start(Router::new().route("/", get(answer))).await;
    run(language, "readers", "", &[Case { name: "blocks", url: server.url("/"), model: "" }]).await
}

#[tokio::test]
async fn node_readers_read_blocks_as_the_standard_says() {
    let Some(reports) = read(Language::Node).await else { return };
    let [source, parser] = &reports[..] else { panic!("{reports:?}") };
    assert_eq!((&*source.call, &source.events), ("eventsource", &expected()));
    let without_ids: Vec<_> = expected().iter().map(|event| json!([event[0], event[1]])).collect();
    assert_eq!((&*parser.call, &parser.events), ("eventsource-parser", &without_ids));
}

/// `httpx-sse` takes an ID alone for an event without data, but follows the standard for a reconnection time alone.
#[tokio::test]
async fn python_reader_takes_only_a_lone_id_for_an_event() {
    let Some(reports) = read(Language::Python).await else { return };
    let [report] = &reports[..] else { panic!("{reports:?}") };
    let mut expected = expected();
    expected.insert(1, json!(["message", "", "2"]));
    assert_eq!(report.events, expected);
}
