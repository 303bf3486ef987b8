//! Another parser's events as a source.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::{Stream, TryStream};
use pin_project_lite::pin_project;

use super::{Source, sealed};
use crate::client::session::SourceItem;
use crate::client::stream::budget::Budget;
use crate::raw::AsRawEvent;
use crate::wire::decoder::{SHRINK_THRESHOLD, WireCounters};
use crate::wire::retry::Retry;

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
    pub(in crate::client) fn new(transport: S) -> Self {
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

    fn counters(&self) -> WireCounters {
        WireCounters::default()
    }
}
