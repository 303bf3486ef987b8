//! The events that are read and written: a few variants, like those of a chat API.
#![allow(missing_docs, reason = "the names say it")]

use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

/// Events named by the line, or by `type` without one.
#[derive(SseEvent)]
#[sse(tag = "type", encode, rename_all = "snake_case")]
pub(crate) enum Event {
    Start(Start),
    Delta(Delta),
    Usage(Usage),
    Error(Failure),
    #[event(terminal)]
    Stop,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Start {
    pub(crate) id: String,
    pub(crate) model: String,
    pub(crate) role: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Delta {
    pub(crate) item_id: String,
    pub(crate) index: u32,
    #[serde(rename = "delta")]
    pub(crate) text: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Usage {
    pub(crate) input: u32,
    pub(crate) output: u32,
    pub(crate) cost: f64,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Failure {
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A payload that contains a union.
#[derive(SseEvent)]
#[sse(tag = "type")]
pub(crate) enum Block {
    #[event("block")]
    Block {
        #[serde(rename = "index")]
        _index: u32,
        #[serde(rename = "content")]
        _content: Content,
    },
}

#[derive(SseEvent)]
#[sse(tag = "type", deserialize, rename_all = "snake_case")]
pub(crate) enum Content {
    Text {
        #[serde(rename = "text")]
        _text: String,
    },
    Json {
        #[serde(rename = "json")]
        _json: String,
    },
}
