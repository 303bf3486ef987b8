//! The sources of raw events: bytes, or another parser's events.

mod boxed;
mod bytes;
mod chunks;
mod parsed;

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

pub use boxed::BoxSource;
pub use bytes::ByteSource;
#[cfg(feature = "event-source")]
pub(in crate::client) use chunks::{BoxChunks, ByteChunks, Chunks};
pub use parsed::ParsedSource;

use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::position::WireCounters;

/// A source of raw events that lends each event: it is decoded in place and never queued.
///
/// Sealed: the sources are bytes ([`ByteSource`], [`BoxSource`]) and other parsers' events ([`ParsedSource`]).
pub trait Source: sealed::Sealed {
    /// The error of the transport.
    type Error;

    /// Passes the next item to `read`.
    #[doc(hidden)]
    fn poll_event<R>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, Self::Error>) -> R,
    ) -> Poll<R>;

    /// Accepts an event at the end of the input without its blank line, if its last line is complete or its data is
    /// the sentinel.
    #[doc(hidden)]
    fn set_lenient_end(&mut self, sentinel: Option<&'static str>);

    #[doc(hidden)]
    fn last_event_id(&self) -> Option<&str>;

    #[doc(hidden)]
    fn retry(&self) -> Option<Duration>;

    #[doc(hidden)]
    fn counters(&self) -> WireCounters;
}

mod sealed {
    pub trait Sealed {}
}
