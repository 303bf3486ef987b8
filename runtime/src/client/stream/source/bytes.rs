//! A stream of bytes as a source.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::TryStream;

use super::boxed::BoxSource;
use super::chunks::{Chunks, poll_event};
use super::{Source, sealed};
use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::decoder::Decoder;
use crate::wire::position::WireCounters;

/// A stream of bytes, parsed as the HTML standard requires (9.2.6 "Interpreting an event stream").
pub struct ByteSource<S: TryStream> {
    chunks: Chunks<S>,
    decoder: Decoder,
}

impl<S: TryStream> ByteSource<S> {
    pub(in crate::client) fn new(transport: S) -> Self {
        Self { chunks: Chunks::new(transport), decoder: Decoder::new() }
    }

    pub(in crate::client) fn set_limit(&mut self, bytes: usize) {
        self.decoder.set_limit(bytes);
    }

    pub(in crate::client) fn set_last_event_id(&mut self, id: &str) {
        self.decoder.set_last_event_id(id);
    }

    pub(in crate::client) fn boxed(self) -> BoxSource<S::Error>
    where
        S: Send + 'static,
        S::Ok: AsRef<[u8]> + Send,
    {
        BoxSource::new(Box::pin(self.chunks), self.decoder)
    }
}

impl<S: TryStream> sealed::Sealed for ByteSource<S> {}

impl<S> Source for ByteSource<S>
where
    S: TryStream,
    S::Ok: AsRef<[u8]>,
{
    type Error = S::Error;

    fn poll_event<R>(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, S::Error>) -> R,
    ) -> Poll<R> {
        let this = &mut *self;
        poll_event(Pin::new(&mut this.chunks), &mut this.decoder, cx, budget, read)
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
