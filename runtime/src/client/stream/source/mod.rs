//! Where raw events come from: bytes, or another parser's events.

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

/// A source of raw events that lends each one: it is decoded in place and never queued.
///
/// Sealed: there are bytes ([`ByteSource`], [`BoxSource`]) and other parsers' events ([`ParsedSource`]).
pub trait Source: sealed::Sealed {
    /// What the transport fails with.
    type Error;

    /// Lends what comes next to `read`.
    #[doc(hidden)]
    fn poll_event<R>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, Self::Error>) -> R,
    ) -> Poll<R>;

    /// Has the end of the input end an event, if its last line is whole or its data is the sentinel.
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
