//! The typed stream: decoding, and when it ends.

use std::fmt;
use std::marker::PhantomData;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::stream::FusedStream;
use futures_core::{Stream, TryStream};
use pin_project_lite::pin_project;

use super::budget::Budget;
use super::source::{ByteSource, Source};
use super::views::{ErrorsAsErr, WithMeta};
use crate::client::error::StreamError;
use crate::client::session::{Item, Session};
use crate::decode::DecodeEventOwned;
use crate::raw::RawEvent;

pin_project! {
    /// A stream of typed events: `Stream<Item = Result<T, StreamError<E>>>`.
    ///
    /// - A decode error is one item, and the stream goes on.
    /// - A transport error is the last item.
    /// - After a terminal event or the sentinel it ends, and polls the transport no more.
    /// - Input that ends inside an event, or before the end that `T` declares, is [`StreamError::Truncated`]:
    ///   once, and never after an `error` event or a transport error.
    /// - It is fused: after its end it stays ended.
    /// - A transport that always has more, but no event in it (comments, events that are skipped), does not keep a
    ///   thread to itself: now and then the stream is pending, and wakes its task at once.
    #[must_use = "streams do nothing unless polled"]
    pub struct EventStream<S, T> {
        #[pin]
        source: S,
        session: Session,
        event: PhantomData<fn() -> T>,
    }
}

impl<S, T> EventStream<S, T> {
    pub(super) fn new(source: S) -> Self {
        Self { source, session: Session::default(), event: PhantomData }
    }

    /// Passes over events that no variant takes, instead of yielding an error for each. A malformed payload is
    /// still an error, and so is an event that has no name where its `tag` should be.
    pub fn skip_unknown(mut self) -> Self {
        self.session.skip_unknown = true;
        self
    }

    /// Yields each event with its id and reconnection time.
    pub fn with_meta(self) -> WithMeta<S, T> {
        WithMeta::new(self)
    }

    /// Yields `error` events as `Err`, so that `?` sees them.
    pub fn errors_as_err(self) -> ErrorsAsErr<S, T> {
        ErrorsAsErr::new(self)
    }
}

impl<S: TryStream, T> EventStream<ByteSource<S>, T> {
    /// Gives up an event whose data, name or id is larger than this many bytes (16 MiB by default), with one
    /// [`StreamError::TooLarge`]. To be called before the first event is read.
    ///
    /// An id counts as it was sent: each of its bytes that is not UTF-8 becomes a character of three bytes.
    pub fn max_event_size(mut self, bytes: usize) -> Self {
        self.source.set_limit(bytes);
        self
    }

    /// Begins with the last event ID of the connection before (`""` for none), the one that was sent as
    /// `Last-Event-ID`. It is that of the events to come until one brings another (HTML standard, 9.2.6), so
    /// [`last_event_id`](Self::last_event_id) does not forget it when this connection is lost at once. To be called
    /// before the first event is read.
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::ByteStreamExt as _;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    /// let mut events = bytes.raw_events().with_last_event_id("7");
    /// assert_eq!(events.try_next().await?.and_then(|event| event.id), Some("7".to_owned()));
    /// # Ok(())
    /// # }
    /// ```
    pub fn with_last_event_id(mut self, id: &str) -> Self {
        self.source.set_last_event_id(id);
        self
    }
}

impl<S: Source, T> EventStream<S, T> {
    /// The last event ID of the stream so far: what a client sends as `Last-Event-ID` when it reconnects.
    pub fn last_event_id(&self) -> Option<&str> {
        self.source.last_event_id()
    }

    /// The last reconnection time that the server sent.
    pub fn retry(&self) -> Option<Duration> {
        self.source.retry()
    }
}

impl<S: Source, T: DecodeEventOwned> EventStream<S, T> {
    /// The next item, which `map_event` makes of an event and its raw event.
    pub(super) fn poll_item<U>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        map_event: impl Fn(T, RawEvent<'_>) -> U,
    ) -> Poll<Option<Item<U, S::Error>>> {
        let mut this = self.project();
        let mut budget = Budget::new();
        while !this.session.ended() {
            let session = &mut *this.session;
            let polled =
                this.source.as_mut().poll_event(cx, &mut budget, |given| session.advance(given, &map_event));
            if let ControlFlow::Break(item) = ready!(polled) {
                return Poll::Ready(item);
            }
        }
        Poll::Ready(None)
    }
}

impl<S: Source, T: DecodeEventOwned> Stream for EventStream<S, T> {
    type Item = Result<T, StreamError<S::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx, |event, _| event)
    }
}

impl<S: Source, T: DecodeEventOwned> FusedStream for EventStream<S, T> {
    fn is_terminated(&self) -> bool {
        self.session.ended()
    }
}

impl<S, T> fmt::Debug for EventStream<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("session", &self.session).finish_non_exhaustive()
    }
}
