//! The options of a typed stream, and its views.

use std::time::Duration;

use futures_core::TryStream;

use super::errors_as_err::ErrorsAsErr;
use super::events::{BoxEventStream, EventStream};
use super::source::{ByteSource, ParsedSource, Source};
use super::with_meta::WithMeta;
use crate::client::timer::Timer;
use crate::event::SseEvent;

impl<S, T> EventStream<S, T> {
    /// Passes over events that no variant takes, instead of yielding an error for each. A malformed payload is
    /// still an error, and so is an event that has no name where its `tag` should be.
    pub fn skip_unknown(mut self) -> Self {
        self.session.options.skip_unknown = true;
        self
    }

    /// Ends the stream with [`StreamError::EventTimeout`](crate::StreamError::EventTimeout) where it waits for this long and no event comes. Comments,
    /// ignored events and unknown events that are skipped are not events: a server may send them while what it waits for
    /// is dead. Time is tokio's.
    ///
    /// # Panics
    /// When it waits outside of a tokio runtime, or in one that was built without a clock.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, StreamError};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let pings = stream::iter([Ok::<_, std::io::Error>(": alive\n\n")]).chain(stream::pending());
    /// let mut events = pings.raw_events().event_timeout(Duration::from_millis(20));
    /// assert!(matches!(events.next().await, Some(Err(StreamError::EventTimeout { .. }))));
    /// assert!(events.next().await.is_none());
    /// # }
    /// ```
    #[cfg(feature = "tokio")]
    pub fn event_timeout(self, limit: Duration) -> Self {
        self.event_timeout_by(Timer::tokio(), limit)
    }

    /// [`event_timeout`](Self::event_timeout) by any timer.
    pub fn event_timeout_by(mut self, timer: Timer, limit: Duration) -> Self {
        self.silence.get_or_insert_default().set_event_timeout(limit, timer);
        self
    }

    /// Yields each event with its id and reconnection time.
    pub fn with_meta(self) -> WithMeta<Self> {
        WithMeta::new(self)
    }

    /// Yields `error` events as `Err`, so that `?` sees them.
    ///
    /// It combines with [`with_meta`](Self::with_meta) in either order.
    pub fn errors_as_err(self) -> ErrorsAsErr<Self> {
        ErrorsAsErr::new(self)
    }
}

impl<S: TryStream, T> EventStream<ByteSource<S>, T> {
    /// Gives up an event whose data, name or id is larger than this many bytes (16 MiB by default), with one
    /// [`StreamError::TooLarge`](crate::StreamError::TooLarge). To be called before the first event is read.
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

    /// Ends the stream with [`StreamError::ByteTimeout`](crate::StreamError::ByteTimeout) where it waits for this long and no byte comes. A comment is
    /// bytes: servers send one to show that the connection lives. Time is tokio's.
    ///
    /// # Panics
    /// When it waits outside of a tokio runtime, or in one that was built without a clock.
    #[cfg(feature = "tokio")]
    pub fn byte_timeout(self, limit: Duration) -> Self {
        self.byte_timeout_by(Timer::tokio(), limit)
    }

    /// [`byte_timeout`](Self::byte_timeout) by any timer.
    pub fn byte_timeout_by(mut self, timer: Timer, limit: Duration) -> Self {
        self.silence.get_or_insert_default().set_byte_timeout(limit, timer);
        self
    }

    /// The same stream without the type of its transport, so that its type can be written: in the field of a struct, in
    /// the signature of a function.
    ///
    /// It costs one more allocation per stream, and one indirect call per chunk and event.
    ///
    /// ```
    /// use sse_event::{BoxEventStream, ByteStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(String),
    /// }
    ///
    /// struct Chat {
    ///     events: BoxEventStream<Event, reqwest::Error>,
    /// }
    ///
    /// async fn open(request: reqwest::RequestBuilder) -> reqwest::Result<Chat> {
    ///     let response = request.send().await?.error_for_status()?;
    ///     Ok(Chat { events: response.bytes_stream().sse_events().into_boxed() })
    /// }
    /// ```
    pub fn into_boxed(self) -> BoxEventStream<T, S::Error>
    where
        S: Send + 'static,
        S::Ok: AsRef<[u8]> + Send,
    {
        let Self { source, session, silence, event } = self;
        EventStream { source: source.boxed(), session, silence, event }
    }
}

impl<S, T> EventStream<ParsedSource<S>, T> {
    /// For a client that reconnects by itself (`reqwest-eventsource`, `eventsource-client`, `sseer`): a
    /// [`StreamError::Transport`](crate::StreamError::Transport) does not end the stream, which goes on over the client's next connection and ends where
    /// the client ends.
    ///
    /// Every error is an item, those of lost connections and the fatal one: which is which, the client's error type says.
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::{RawEventBuf, RawEventStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, PartialEq, SseEvent)]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(u8),
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let delta = |data: &str| Ok(RawEventBuf::new("delta", data));
    /// let client = stream::iter([delta("1"), Err("connection lost"), delta("2"), Err("404 Not Found")]);
    /// let mut events = client.decode_events::<Event>().reconnects();
    /// let mut deltas = Vec::new();
    /// while let Some(event) = events.next().await {
    ///     match event {
    ///         Ok(Event::Delta(delta)) => deltas.push(delta),
    ///         Err(error) => eprintln!("{error}"),
    ///     }
    /// }
    /// assert_eq!(deltas, [1, 2]);
    /// # }
    /// ```
    pub fn reconnects(mut self) -> Self {
        self.session.options.reconnects = true;
        self
    }
}

impl<S: Source, T: SseEvent> EventStream<S, T> {
    /// Is lenient about how the input ends: for fixtures, mocks and servers that do not end as the HTML standard or the
    /// enum says.
    ///
    /// - Input that ends in a whole line, without the blank line after it, ends with that event. The sentinel may lack
    ///   its line end too. Other input that ends within a line is still [`StreamError::Truncated`](crate::StreamError::Truncated), as the line may be
    ///   cut.
    /// - Input that ends between two events is not an error where the sentinel or the terminal event is missing;
    ///   [`is_complete`](Self::is_complete) is false then.
    ///
    /// Over another parser's events only the second counts.
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, PartialEq, SseEvent)]
    /// #[sse(end = "[DONE]")]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(u8),
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// for (end, is_complete) in [("\n", false), ("\n\ndata: [DONE]", true)] {
    ///     let bytes = stream::iter([Ok::<_, std::io::Error>("event: delta\ndata: 1"), Ok(end)]);
    ///     let mut events = bytes.sse_events::<Event>().lenient_end();
    ///     assert_eq!(events.try_next().await?, Some(Event::Delta(1)));
    ///     assert_eq!(events.try_next().await?, None);
    ///     assert_eq!(events.is_complete(), is_complete);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn lenient_end(mut self) -> Self {
        self.source.set_lenient_end(T::END);
        self.session.options.lenient_end = true;
        self
    }
}
