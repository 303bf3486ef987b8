//! A view of a typed stream: each event with its ID and reconnection time.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_core::stream::FusedStream;
use pin_project_lite::pin_project;

use super::typed::TypedStream;
use crate::client::state::forward_state;
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

forward_state!(WithMeta, "EventStream");

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
