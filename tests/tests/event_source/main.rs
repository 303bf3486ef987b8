//! The typed stream over many connections: what it asks for, when, and what it yields.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod backoff;
mod cases;
mod complete;
mod faults;
mod limits;
mod model;
mod refused;
mod resume;
mod script;
mod server;

use sse_event::SseEvent;

/// Says when it is complete.
#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("delta")]
    Delta(u32),
    #[event("error", error)]
    Error,
    #[event("done", terminal)]
    Done,
}

/// Goes on for ever.
#[derive(Clone, Debug, PartialEq, SseEvent)]
enum Endless {
    #[event("delta")]
    Delta(u32),
    #[event("error", error)]
    Error,
}
