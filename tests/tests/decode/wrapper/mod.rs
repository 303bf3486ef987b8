//! Derived wrappers: the event alongside the other fields of an object, or under a key of it.

mod errors;
mod generics;
mod names;
mod shapes;

use serde::Deserialize;
use sse_event::{DecodeEventOwned, Decoded, Error, RawEvent, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("heartbeat"))]
pub(super) enum Event {
    #[event("delta", alias = "text")]
    Delta { text: String },
    #[event("count", parse)]
    Count(u64),
    #[event("failed", error)]
    Failed,
    #[event("last", complete)]
    Last,
    #[event("done", terminal)]
    Done,
}

/// Like AG-UI or OpenAI's Responses: every event has these keys.
#[derive(Debug, PartialEq, SseEvent)]
pub(super) struct Numbered {
    pub(super) sequence_number: u64,
    #[serde(default)]
    pub(super) timestamp: Option<u64>,
    #[sse(flatten)]
    pub(super) event: Event,
}

/// Like Dust.
#[derive(Debug, PartialEq, SseEvent)]
#[serde(rename_all = "camelCase")]
pub(super) struct Enveloped<T> {
    pub(super) event_id: String,
    #[sse(nested)]
    #[serde(rename = "data", alias = "payload")]
    pub(super) event: T,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(super) struct RpcError {
    pub(super) code: i32,
    pub(super) message: String,
}

#[derive(Debug, PartialEq, SseEvent)]
pub(super) struct Rpc<T, E = RpcError> {
    pub(super) id: u64,
    #[sse(nested, error = "error")]
    pub(super) result: Result<T, E>,
}

#[track_caller]
pub(super) fn event<T: DecodeEventOwned>(name: &str, data: &str) -> T {
    match T::decode(RawEvent::new(name, data)) {
        Ok(Decoded::Event(event)) => event,
        Ok(_) => panic!("no event: {data}"),
        Err(error) => panic!("{error}"),
    }
}

#[track_caller]
pub(super) fn error<T: DecodeEventOwned>(name: &str, data: &str) -> Error {
    let raw = RawEvent::new(name, data).with_id("7");
    let Err(error) = T::decode(raw) else { panic!("an event: {data}") };
    assert_eq!(error.raw_event(), raw, "the event is kept whole");
    assert!(error.to_string().chars().count() < 800);
    error
}

pub(super) fn delta(text: &str) -> Event {
    Event::Delta { text: text.to_owned() }
}
