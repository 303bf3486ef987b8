//! Uses the derive without the default features. Both share one macro crate and its features.

use sse_event::SseEvent;

/// An event with every derived impl that depends on a feature.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
pub enum Event {
    /// The same enum as in the build script.
    #[event("started")]
    Started,
}
