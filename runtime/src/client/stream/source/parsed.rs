//! Another parser's events as a source.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::{Stream, TryStream};

use super::{Source, sealed};
use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::raw::AsRawEvent;
use crate::wire::decoder::SHRINK_THRESHOLD;
use crate::wire::position::WireCounters;
use crate::wire::retry::Retry;

/// A stream of another parser's events.
pub struct ParsedSource<S> {
    transport: Pin<Box<S>>,
    // `None` until the stream sets one.
    last_event_id: Option<String>,
    retry: Retry,
}

impl<S> ParsedSource<S> {
    pub(in crate::client) fn new(transport: S) -> Self {
        Self { transport: Box::pin(transport), last_event_id: None, retry: Retry::default() }
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
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        budget: &mut Budget,
        read: impl FnOnce(SourceItem<'_, S::Error>) -> R,
    ) -> Poll<R> {
        let this = &mut *self;
        loop {
            ready!(budget.poll_step(cx));
            let item = match ready!(this.transport.as_mut().try_poll_next(cx)) {
                Some(Ok(item)) => item,
                Some(Err(error)) => return Poll::Ready(read(SourceItem::Transport(error))),
                None => return Poll::Ready(read(SourceItem::End)),
            };
            let raw = item.as_raw_event();
            if let Some(id) = item.id_update() {
                match &mut this.last_event_id {
                    Some(last) if last == id => {}
                    Some(last) => {
                        id.clone_into(last);
                        last.shrink_to(SHRINK_THRESHOLD);
                    }
                    // Most parsers report `""` for a stream that has not set an ID.
                    None if id.is_empty() && raw.is_none_or(|raw| raw.id.is_none()) => {}
                    None => this.last_event_id = Some(id.to_owned()),
                }
            }
            if let Some(retry) = item.retry_update() {
                this.retry.set(retry);
            }
            if let Some(mut raw) = raw {
                raw.id = this.last_event_id.as_deref();
                raw.retry = this.retry.take();
                return Poll::Ready(read(SourceItem::Event(raw)));
            }
        }
    }

    /// The parser has already decided how the input ends.
    fn set_lenient_end(&mut self, _: Option<&'static str>) {}

    fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_deref().filter(|id| !id.is_empty())
    }

    fn retry(&self) -> Option<Duration> {
        self.retry.last()
    }

    fn counters(&self) -> WireCounters {
        WireCounters::default()
    }
}
