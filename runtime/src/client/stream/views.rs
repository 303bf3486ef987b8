//! Other views of a typed stream: with each event's id, and with `error` events as errors.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use futures_core::stream::FusedStream;
use pin_project_lite::pin_project;

use super::events::EventStream;
use super::source::Source;
use crate::client::error::{EventError, StreamError};
use crate::decode::DecodeEventOwned;
use crate::meta::EventMeta;

pin_project! {
    /// A typed stream that yields each event with its [`EventMeta`].
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, RawEventBuf};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let bytes = stream::iter([Ok::<_, std::io::Error>("id: 7\nretry: 50\ndata: hi\n\n")]);
    /// let mut events = bytes.raw_events().with_meta();
    /// if let Some((_event, meta)) = events.try_next().await? {
    ///     assert_eq!(meta.id.as_deref(), Some("7"));
    ///     assert_eq!(meta.retry, Some(std::time::Duration::from_millis(50)));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "streams do nothing unless polled"]
    pub struct WithMeta<S, T> {
        #[pin]
        events: EventStream<S, T>,
    }
}

impl<S, T> WithMeta<S, T> {
    pub(super) fn new(events: EventStream<S, T>) -> Self {
        Self { events }
    }
}

impl<S: Source, T> WithMeta<S, T> {
    /// See [`EventStream::last_event_id`].
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    /// See [`EventStream::retry`].
    pub fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }
}

impl<S: Source, T: DecodeEventOwned> Stream for WithMeta<S, T> {
    type Item = Result<(T, EventMeta), StreamError<S::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.project().events.poll_item(cx, |event, raw| (event, EventMeta::from(raw)))
    }
}

impl<S: Source, T: DecodeEventOwned> FusedStream for WithMeta<S, T> {
    fn is_terminated(&self) -> bool {
        self.events.is_terminated()
    }
}

impl<S, T> fmt::Debug for WithMeta<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithMeta").field(&self.events).finish()
    }
}

pin_project! {
    /// A typed stream that yields `error` events as `Err(EventError::Event(event))`.
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, EventError, SseEvent};
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
    #[must_use = "streams do nothing unless polled"]
    pub struct ErrorsAsErr<S, T> {
        #[pin]
        events: EventStream<S, T>,
    }
}

impl<S, T> ErrorsAsErr<S, T> {
    pub(super) fn new(events: EventStream<S, T>) -> Self {
        Self { events }
    }
}

impl<S: Source, T> ErrorsAsErr<S, T> {
    /// See [`EventStream::last_event_id`].
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    /// See [`EventStream::retry`].
    pub fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }
}

impl<S: Source, T: DecodeEventOwned> Stream for ErrorsAsErr<S, T> {
    type Item = Result<T, EventError<T, S::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.project().events.poll_next(cx).map(|item| item.map(EventError::from_item))
    }
}

impl<S: Source, T: DecodeEventOwned> FusedStream for ErrorsAsErr<S, T> {
    fn is_terminated(&self) -> bool {
        self.events.is_terminated()
    }
}

impl<S, T> fmt::Debug for ErrorsAsErr<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ErrorsAsErr").field(&self.events).finish()
    }
}
