//! The trait that the views of a typed stream build on.

use std::pin::Pin;
use std::task::{Context, Poll};

use crate::client::state::StreamState;
use crate::raw::RawEvent;

/// A stream of typed events that also gives access to each raw event.
pub trait TypedStream: StreamState {
    type Event;
    type Error;

    /// The next item, which `map_event` makes from an event and its raw event.
    fn poll_item<U>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        map_event: impl Fn(Self::Event, RawEvent<'_>) -> U,
    ) -> Poll<Option<Result<U, Self::Error>>>;

    fn ended(&self) -> bool;
}
