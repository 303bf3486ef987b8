//! Real servers on the loopback, one per framework, and `sse_events()` as the client.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod abandoned;
mod blocks;
mod body;
mod broken;
mod channel;
mod client;
mod clock;
mod compressed;
mod delivered;
mod end;
mod frameworks;
mod handlers;
mod head;
mod hostile;
mod keep_alive;
mod lagging;
mod last_event_id;
mod restart;
mod until;

use std::fmt;
use std::pin::Pin;

use futures_util::Stream;
use sse_event::{EventBody, EventMeta, RawEventBuf, SseEvent};

/// The events that the servers send.
#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, end = "[DONE]")]
enum Event {
    #[event("delta")]
    Delta { text: String },
    #[event("text", raw)]
    Text(String),
    #[event("ping")]
    Ping,
    #[event("finished", terminal)]
    Finished,
    #[event(other)]
    Other(RawEventBuf),
}

impl Event {
    fn delta(text: impl Into<String>) -> Self {
        Self::Delta { text: text.into() }
    }

    /// Without an ID and a reconnection time.
    fn bare(self) -> (Self, EventMeta) {
        (self, EventMeta::default())
    }
}

/// The error of a stream of events.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the database is gone")
    }
}

impl std::error::Error for Broken {}

type Item = Result<(Event, EventMeta), Broken>;
/// `Sync` for warp, whose bodies must be.
type Events = Pin<Box<dyn Stream<Item = Item> + Send + Sync>>;
type Body = EventBody<Events>;

/// A body of this stream.
fn body(events: impl Stream<Item = Item> + Send + Sync + 'static) -> Body {
    EventBody::new(Box::pin(events))
}
