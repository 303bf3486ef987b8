//! A view of a typed stream: `error` events as errors.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_core::stream::FusedStream;
use pin_project_lite::pin_project;

use super::typed::TypedStream;
use super::with_meta::WithMeta;
use crate::client::state::forward_state;
use crate::error::stream::{EventError, StreamError};
use crate::event::SseEvent;

pin_project! {
    /// A typed stream that yields `error` events as `Err(EventError::Event(event))`.
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::error::EventError;
    /// use sse_event::{ByteStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(String),
    ///     #[event("error", error)]
    ///     Error { message: String },
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let bytes = stream::iter([Ok::<_, std::io::Error>("event: error\ndata: {\"message\":\"overloaded\"}\n\n")]);
    /// let error = bytes.sse_events::<Event>().errors_as_err().try_next().await.unwrap_err();
    /// assert!(matches!(error, EventError::Event(Event::Error { message }) if message == "overloaded"));
    /// # }
    /// ```
    ///
    /// With [`with_meta`](Self::with_meta), before or after, it yields each event with its [`EventMeta`](crate::EventMeta),
    /// an `error` event too: `Err(EventError::Event((event, meta)))`.
    #[must_use = "streams do nothing unless polled"]
    pub struct ErrorsAsErr<V> {
        #[pin]
        events: V,
    }
}

impl<V> ErrorsAsErr<V> {
    pub(in crate::client) fn new(events: V) -> Self {
        Self { events }
    }
}

impl<V: TypedStream> ErrorsAsErr<V> {
    /// Yields each event with its ID and reconnection time.
    pub fn with_meta(self) -> ErrorsAsErr<WithMeta<V>> {
        ErrorsAsErr::new(WithMeta::new(self.events))
    }
}

impl<V> WithMeta<V> {
    /// Yields `error` events as `Err(EventError::Event((event, meta)))`.
    pub fn errors_as_err(self) -> ErrorsAsErr<Self> {
        ErrorsAsErr::new(self)
    }
}

forward_state!(ErrorsAsErr, "EventStream");

impl<V, T, E> Stream for ErrorsAsErr<V>
where
    V: Stream<Item = Result<T, StreamError<E>>>,
    T: SseEvent,
{
    type Item = Result<T, EventError<T, E>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.project().events.poll_next(cx).map(|item| item.map(EventError::from_item))
    }
}

impl<V, T, E> FusedStream for ErrorsAsErr<V>
where
    V: FusedStream<Item = Result<T, StreamError<E>>>,
    T: SseEvent,
{
    fn is_terminated(&self) -> bool {
        self.events.is_terminated()
    }
}

impl<V: fmt::Debug> fmt::Debug for ErrorsAsErr<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ErrorsAsErr").field(&self.events).finish()
    }
}
