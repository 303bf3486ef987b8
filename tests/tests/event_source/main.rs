//! The typed stream over many connections: its requests, their times, and its items.
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

/// Declares its end.
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

/// Does not declare an end.
#[derive(Clone, Debug, PartialEq, SseEvent)]
enum Endless {
    #[event("delta")]
    Delta(u32),
    #[event("error", error)]
    Error,
}
