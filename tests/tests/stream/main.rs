//! Typed streams and the blocking reader: their items, their end and their limits.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod bounds;
mod cancel;
mod chunks;
mod complete;
mod end;
mod faults;
mod has_key;
mod lenient_end;
mod meta;
mod parsers;
mod reader;
mod size;
mod steps;
mod structs;
mod timeouts;
mod transport;
mod ureq;
mod views;

use sse_event::{ErrorKind, SseEvent, StreamError};

/// Declares its end: by a sentinel or by a terminal event.
#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("delta")]
    Delta(u8),
    #[event("text", raw)]
    Text(String),
    #[event("error", error)]
    Error { code: u16 },
    #[event("done", terminal)]
    Done,
}

/// Does not declare an end.
#[derive(Clone, Debug, PartialEq, SseEvent)]
enum Endless {
    #[event("delta")]
    Delta(u8),
    #[event("text", raw)]
    Text(String),
    #[event("error", error)]
    Error,
}

/// A stream's item, without the parts that cannot be compared.
#[derive(Clone, Debug, PartialEq)]
enum Item<T> {
    Event(T),
    Decode(ErrorKind),
    TooLarge(usize),
    Truncated,
    Transport,
    ByteTimeout,
    EventTimeout,
}

impl<T, E: std::fmt::Display> From<Result<T, StreamError<E>>> for Item<T> {
    fn from(item: Result<T, StreamError<E>>) -> Self {
        match item {
            Ok(event) => Self::Event(event),
            Err(StreamError::Decode(error)) => Self::Decode(error.kind()),
            Err(StreamError::TooLarge { limit }) => Self::TooLarge(limit),
            Err(StreamError::Truncated) => Self::Truncated,
            Err(StreamError::Transport(_)) => Self::Transport,
            Err(StreamError::ByteTimeout { .. }) => Self::ByteTimeout,
            Err(StreamError::EventTimeout { .. }) => Self::EventTimeout,
            Err(error) => panic!("{error}"),
        }
    }
}
