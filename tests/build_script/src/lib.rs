//! Uses the derive without the default features. The macro crate is one for both, and so are its features.

use sse_event::SseEvent;

/// An event with every derived impl that depends on a feature.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
pub enum Event {
    /// The one that the build script has too.
    #[event("started")]
    Started,
}
