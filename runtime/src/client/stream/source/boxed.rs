//! A stream of bytes whose type is forgotten, as a source.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use super::chunks::{BoxChunks, poll_event};
use super::{Source, sealed};
use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::decoder::Decoder;
use crate::wire::position::WireCounters;

/// A stream of bytes on the heap that fails with an `E`: a source whose type can be written, whatever the client.
///
/// [`EventStream::into_boxed`](crate::EventStream::into_boxed) makes it.
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
