//! The typed stream.

use std::fmt;
use std::marker::PhantomData;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use futures_core::stream::FusedStream;
use pin_project_lite::pin_project;

use super::poll_budget::Budget;
use super::source::{BoxSource, Source};
use super::typed::TypedStream;
use crate::client::counters::StreamCounters;
use crate::client::ending::Session;
use crate::client::silence::Silence;
use crate::client::state::StreamState;
use crate::decode::DecodeEventOwned;
use crate::error::stream::StreamError;
use crate::raw::RawEvent;

pin_project! {
    /// A stream of typed events: `Stream<Item = Result<T, StreamError<E>>>`.
    ///
    /// - A decode error is one item, and the stream continues.
    /// - A transport error is the last item.
    /// - After a terminal event or the sentinel the stream ends and does not poll the transport any more.
    /// - Input that ends inside an event, or before the end that `T` declares, is [`StreamError::Truncated`]. This
    ///   error is yielded once, and never after an `error` event or a transport error. After a `complete` event, the
    ///   input may end between two events. [`lenient_end`](Self::lenient_end) accepts other ends.
    /// - It is fused: after its end it yields only `None`.
    /// - A transport that is always ready but delivers no events (only comments or skipped events) does not block the
    ///   thread: from time to time the stream returns `Pending` and wakes its task at once.
    #[must_use = "streams do nothing unless polled"]
    pub struct EventStream<S, T> {
        #[pin]
        pub(super) source: S,
        pub(super) session: Session,
        // Boxed, because most streams have no limit.
        pub(super) silence: Option<Box<Silence>>,
        pub(super) event: PhantomData<fn() -> T>,
    }
}

/// A typed stream with a nameable type: of events `T`, over bytes whose transport fails with an `E`.
///
/// Create it with [`EventStream::into_boxed`].
pub type BoxEventStream<T, E> = EventStream<BoxSource<E>, T>;

impl<S, T> EventStream<S, T> {
    pub(super) fn new(source: S) -> Self {
        Self { source, session: Session::default(), silence: None, event: PhantomData }
    }
}

impl<S: Source, T> EventStream<S, T> {
    /// The last event ID of the stream so far, which a client sends as `Last-Event-ID` when it reconnects.
    pub fn last_event_id(&self) -> Option<&str> {
        self.source.last_event_id()
    }

    /// The last reconnection time that the server sent.
    pub fn retry(&self) -> Option<Duration> {
        self.source.retry()
    }

    /// Whether the stream has ended and is complete: after the terminal event or the sentinel, or if the input ended
    /// between two events, after a `complete` event or if `T` does not declare an end. After an error that ends the
    /// stream it is false.
    ///
    /// Call it after the loop. It distinguishes a complete stream from a stream that was cut off after an `error`
    /// event, for which there is no [`StreamError::Truncated`].
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("error", error)]
    ///     Error,
    ///     #[event("done", terminal)]
    ///     Done,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// for (text, is_complete) in [("event: error\ndata\n\n", false), ("event: done\ndata\n\n", true)] {
    ///     let mut events = stream::iter([Ok::<_, std::io::Error>(text)]).sse_events::<Event>();
    ///     while let Some(event) = events.next().await {
    ///         assert!(event.is_ok());
    ///     }
    ///     assert_eq!(events.is_complete(), is_complete);
    /// }
    /// # }
    /// ```
    pub fn is_complete(&self) -> bool {
        self.session.is_complete()
    }

    /// The counters so far: bytes, comments, ignored events, events.
    pub fn counters(&self) -> StreamCounters {
        self.session.counters(self.source.counters())
    }
}

impl<S: Source, T> StreamState for EventStream<S, T> {
    fn last_event_id(&self) -> Option<&str> {
        self.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.retry()
    }

    fn is_complete(&self) -> bool {
        self.is_complete()
    }

    fn counters(&self) -> StreamCounters {
        self.counters()
    }
}

impl<S: Source, T: DecodeEventOwned> TypedStream for EventStream<S, T> {
    type Event = T;
    type Error = StreamError<S::Error>;

    fn poll_item<U>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        map_event: impl Fn(T, RawEvent<'_>) -> U,
    ) -> Poll<Option<Result<U, Self::Error>>> {
        let mut this = self.project();
        let mut budget = Budget::new();
        while !this.session.ended() {
            let session = &mut *this.session;
            let polled =
                this.source.as_mut().poll_event(cx, &mut budget, |given| session.advance(given, &map_event));
            match polled {
                Poll::Ready(ControlFlow::Break(item)) => {
                    if let Some(silence) = this.silence {
                        silence.record_event();
                    }
                    return Poll::Ready(item);
                }
                Poll::Ready(ControlFlow::Continue(())) => {}
                Poll::Pending => {
                    let Some(silence) = this.silence else { return Poll::Pending };
                    let exceeded = ready!(silence.poll_exceeded(cx, this.source.counters().bytes));
                    session.give_up();
                    return Poll::Ready(Some(Err(exceeded.into())));
                }
            }
        }
        Poll::Ready(None)
    }

    fn ended(&self) -> bool {
        self.session.ended()
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
