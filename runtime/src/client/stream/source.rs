//! Where raw events come from: bytes, or another parser's events.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::{Stream, TryStream};
use pin_project_lite::pin_project;

use super::budget::Budget;
use crate::client::session::SourceItem;
use crate::raw::AsRawEvent;
use crate::wire::decoder::{Decoder, SHRINK_THRESHOLD};
use crate::wire::retry::Retry;

/// A source of raw events that lends each one: it is decoded in place and never queued.
///
/// Sealed: bytes ([`ByteSource`]) and other parsers' events ([`ParsedSource`]) are the two there are.
pub trait Source: sealed::Sealed {
    /// What the transport fails with.
    type Error;

    /// Hands what comes next to `read`, while it is there.
    #[doc(hidden)]
    fn poll_event<R>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, Self::Error>) -> R,
    ) -> Poll<R>;

    #[doc(hidden)]
    fn last_event_id(&self) -> Option<&str>;

    #[doc(hidden)]
    fn retry(&self) -> Option<Duration>;
}

mod sealed {
    pub trait Sealed {}
}

pin_project! {
    /// A stream of bytes, parsed as the HTML standard says (9.2.6 "Interpreting an event stream").
    pub struct ByteSource<S: TryStream> {
        #[pin]
        transport: S,
        decoder: Decoder,
        chunk: Option<S::Ok>,
        // The bytes of the chunk that are used up.
        used: usize,
    }
}

impl<S: TryStream> ByteSource<S> {
    pub(super) fn new(transport: S) -> Self {
        Self { transport, decoder: Decoder::new(), chunk: None, used: 0 }
    }

    pub(super) fn set_limit(&mut self, bytes: usize) {
        self.decoder.set_limit(bytes);
    }

    pub(super) fn set_last_event_id(&mut self, id: &str) {
        self.decoder.set_last_event_id(id);
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
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, S::Error>) -> R,
    ) -> Poll<R> {
        let mut this = self.project();
        loop {
            ready!(budget.poll_step(cx));
            if let Some(chunk) = &*this.chunk {
                let rest = chunk.as_ref().get(*this.used..).unwrap_or_default();
                let mut window = rest.get(..Budget::WINDOW).unwrap_or(rest);
                let (left, parsed) = (rest.len(), window.len());
                let frame = this.decoder.next(&mut window);
                let taken = parsed - window.len();
                *this.used += taken;
                match frame {
                    Some(frame) => return Poll::Ready(read(SourceItem::from(&frame))),
                    None if taken < left => continue,
                    None => *this.chunk = None,
                }
            }
            match ready!(this.transport.as_mut().try_poll_next(cx)) {
                Some(Ok(chunk)) => (*this.chunk, *this.used) = (Some(chunk), 0),
                Some(Err(error)) => return Poll::Ready(read(SourceItem::Transport(error))),
                None if this.decoder.ends_inside_event() => return Poll::Ready(read(SourceItem::Truncated)),
                None => return Poll::Ready(read(SourceItem::End)),
            }
        }
    }

    fn last_event_id(&self) -> Option<&str> {
        self.decoder.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.decoder.retry()
    }
}

pin_project! {
    /// A stream of another parser's events.
    pub struct ParsedSource<S> {
        #[pin]
        transport: S,
        // Empty for none.
        last_event_id: String,
        retry: Retry,
    }
}

impl<S> ParsedSource<S> {
    pub(super) fn new(transport: S) -> Self {
        Self { transport, last_event_id: String::new(), retry: Retry::default() }
    }
}

impl<S> sealed::Sealed for ParsedSource<S> {}

impl<S> Source for ParsedSource<S>
where
    S: Stream + TryStream,
    S::Ok: AsRawEvent,
{
    type Error = S::Error;

    fn poll_event<R>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, S::Error>) -> R,
    ) -> Poll<R> {
        let mut this = self.project();
        loop {
            ready!(budget.poll_step(cx));
            let item = match ready!(this.transport.as_mut().try_poll_next(cx)) {
                Some(Ok(item)) => item,
                Some(Err(error)) => return Poll::Ready(read(SourceItem::Transport(error))),
                None => return Poll::Ready(read(SourceItem::End)),
            };
            if let Some(id) = item.id_update().filter(|id| id != this.last_event_id) {
                id.clone_into(this.last_event_id);
                this.last_event_id.shrink_to(SHRINK_THRESHOLD);
            }
            if let Some(retry) = item.retry_update() {
                this.retry.set(retry);
            }
            if let Some(raw) = item.as_raw_event() {
                let mut raw = raw.with_id(this.last_event_id);
                raw.retry = this.retry.take();
                return Poll::Ready(read(SourceItem::Event(raw)));
            }
        }
    }

    fn last_event_id(&self) -> Option<&str> {
        Some(self.last_event_id.as_str()).filter(|id| !id.is_empty())
    }

    fn retry(&self) -> Option<Duration> {
        self.retry.last()
    }
}
