//! The events that the gateway reads. All others are `Other` and are forwarded unchanged.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sse_event::{RawEventBuf, SseEvent};

use crate::kept::{self, Kept};

#[derive(Debug, SseEvent)]
#[sse(encode, end = "[DONE]")]
pub(crate) enum Event {
    /// This event is rewritten, so it is encoded again.
    #[event("answer.started")]
    Started(Started),
    #[event("answer.delta", with = kept)]
    Delta(Kept<Delta>),
    #[event("answer.finished", with = kept)]
    Finished(Kept<Finished>),
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Started {
    pub(crate) model: String,
    /// Keys that the gateway does not know.
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Delta {
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Finished {
    pub(crate) usage: Usage,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub(crate) struct Usage {
    pub(crate) input_tokens: u64,
    pub(crate) output_tokens: u64,
}
