//! The events that are sent and read.

use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("keepalive"))]
pub(crate) enum Event {
    #[event("delta")]
    Delta {
        sequence: u64,
        #[serde(rename = "text")]
        _text: String,
    },
    #[event("error", error)]
    Error { sequence: u64 },
    #[event("done", terminal)]
    Done { sequence: u64 },
}

impl Event {
    /// The position among the events of its stream.
    pub(crate) fn sequence(&self) -> u64 {
        match self {
            Self::Delta { sequence, .. } | Self::Error { sequence } | Self::Done { sequence } => *sequence,
        }
    }
}
