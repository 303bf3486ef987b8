//! A view of a typed stream: each event with its ID and reconnection time.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use futures_core::stream::FusedStream;
use pin_project_lite::pin_project;

use super::typed::TypedStream;
use crate::client::counters::StreamCounters;
use crate::client::state::StreamState;
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
    pub struct WithMeta<V> {
        #[pin]
        events: V,
    }
}

impl<V> WithMeta<V> {
    pub(in crate::client) fn new(events: V) -> Self {
        Self { events }
    }
}

impl<V: StreamState> WithMeta<V> {
    /// See [`EventStream::last_event_id`](crate::EventStream::last_event_id).
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    /// See [`EventStream::retry`](crate::EventStream::retry).
    pub fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }

    /// See [`EventStream::is_complete`](crate::EventStream::is_complete).
    pub fn is_complete(&self) -> bool {
        self.events.is_complete()
    }

    /// See [`EventStream::counters`](crate::EventStream::counters).
    pub fn counters(&self) -> StreamCounters {
        self.events.counters()
    }
}

impl<V: StreamState> StreamState for WithMeta<V> {
    fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }

    fn is_complete(&self) -> bool {
        self.events.is_complete()
    }

    fn counters(&self) -> StreamCounters {
        self.events.counters()
    }
}

impl<V: TypedStream> Stream for WithMeta<V> {
    type Item = Result<(V::Event, EventMeta), V::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.project().events.poll_item(cx, |event, raw| (event, EventMeta::from(raw)))
    }
}

impl<V: TypedStream> FusedStream for WithMeta<V> {
    fn is_terminated(&self) -> bool {
        self.events.ended()
    }
}

impl<V: fmt::Debug> fmt::Debug for WithMeta<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithMeta").field(&self.events).finish()
    }
}
