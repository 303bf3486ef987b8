//! A stream of bytes with an erased type, as a source.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use super::chunks::{BoxChunks, poll_event};
use super::{Source, sealed};
use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::decoder::Decoder;
use crate::wire::position::WireCounters;

/// A boxed stream of bytes that fails with an `E`: a source with a nameable type for any client.
///
/// Create it with [`EventStream::into_boxed`](crate::stream::EventStream::into_boxed).
pub struct BoxSource<E> {
    chunks: BoxChunks<E>,
    decoder: Decoder,
}

impl<E> BoxSource<E> {
    pub(in crate::client) fn new(chunks: BoxChunks<E>, decoder: Decoder) -> Self {
        Self { chunks, decoder }
    }
}

impl<E> sealed::Sealed for BoxSource<E> {}

impl<E> Source for BoxSource<E> {
    type Error = E;

    fn poll_event<R>(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, E>) -> R,
    ) -> Poll<R> {
        let this = &mut *self;
        poll_event(this.chunks.as_mut(), &mut this.decoder, cx, budget, read)
    }

    fn set_lenient_end(&mut self, sentinel: Option<&'static str>) {
        self.decoder.set_lenient_end(sentinel);
    }

    fn last_event_id(&self) -> Option<&str> {
        self.decoder.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.decoder.retry()
    }

    fn counters(&self) -> WireCounters {
        self.decoder.counters()
    }
}
