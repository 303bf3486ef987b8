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
    /// Skips events that no variant matches, instead of yielding an error for each. A malformed payload is still an
    /// error, and so is an event without a name if the enum has a `tag`.
    pub fn skip_unknown(mut self) -> Self {
        self.session.options.skip_unknown = true;
        self
    }

    /// Ends the stream with [`StreamError::EventTimeout`](crate::StreamError::EventTimeout) if it waits for this long
    /// without receiving an event. Comments, ignored events and skipped unknown events are not events: a server may
    /// send them while the backend behind it is dead. The time is tokio's.
    ///
    /// # Panics
    /// When it waits outside of a tokio runtime, or in a runtime that was built without a timer.
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

    /// The same as [`event_timeout`](Self::event_timeout), with any timer.
    pub fn event_timeout_by(mut self, timer: Timer, limit: Duration) -> Self {
        self.silence.get_or_insert_default().set_event_timeout(limit, timer);
        self
    }

    /// Yields each event with its ID and reconnection time.
    pub fn with_meta(self) -> WithMeta<Self> {
        WithMeta::new(self)
    }

    /// Yields `error` events as `Err`, so that `?` returns them.
    ///
    /// It combines with [`with_meta`](Self::with_meta) in either order.
    pub fn errors_as_err(self) -> ErrorsAsErr<Self> {
        ErrorsAsErr::new(self)
    }
}

impl<S: TryStream, T> EventStream<ByteSource<S>, T> {
    /// Skips an event whose data, name or ID is larger than this many bytes (16 MiB by default), with one
    /// [`StreamError::TooLarge`](crate::StreamError::TooLarge). Call this before the first event is read.
    ///
    /// Each byte that is not UTF-8 becomes a character of three bytes. In an ID such a byte counts as one byte.
    pub fn max_event_size(mut self, bytes: usize) -> Self {
        self.source.set_limit(bytes);
        self
    }

    /// Starts with the last event ID of the previous connection (`""` for none), which was sent as `Last-Event-ID`.
    /// Events have this ID until an event sets another (HTML standard, 9.2.6), and
    /// [`last_event_id`](Self::last_event_id) returns it even if the connection is lost at once. Call this before the
    /// first event is read.
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

    /// Ends the stream with [`StreamError::ByteTimeout`](crate::StreamError::ByteTimeout) if it waits for this long
    /// without receiving bytes. Comments are bytes: servers send them to show that the connection is alive. The time
    /// is tokio's.
    ///
    /// # Panics
    /// When it waits outside of a tokio runtime, or in a runtime that was built without a timer.
    #[cfg(feature = "tokio")]
    pub fn byte_timeout(self, limit: Duration) -> Self {
        self.byte_timeout_by(Timer::tokio(), limit)
    }

    /// The same as [`byte_timeout`](Self::byte_timeout), with any timer.
    pub fn byte_timeout_by(mut self, timer: Timer, limit: Duration) -> Self {
        self.silence.get_or_insert_default().set_byte_timeout(limit, timer);
        self
    }

    /// Erases the type of the transport, so that the type of the stream can be written: in the field of a struct, or
    /// in the signature of a function.
    ///
    /// It costs one more allocation per stream, and one indirect call per chunk and event.
    ///
    /// ```
    /// use sse_event::stream::BoxEventStream;
    /// use sse_event::{ByteStreamExt as _, SseEvent};
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
    /// [`StreamError::Transport`](crate::StreamError::Transport) does not end the stream. The stream continues over
    /// the client's next connection, and ends when the client ends.
    ///
    /// Every error is an item, both lost connections and the fatal error; the client's error type distinguishes them.
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::stream::RawEventStreamExt as _;
    /// use sse_event::{RawEventBuf, SseEvent};
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
    /// Accepts more ends of the input: for fixtures, mocks and servers that do not end as the HTML standard or the
    /// enum requires.
    ///
    /// - If the input ends with a complete line, without the blank line after it, that event is yielded. The sentinel
    ///   may also lack its line end. Any other input that ends within a line is still
    ///   [`StreamError::Truncated`](crate::StreamError::Truncated), because the line may be cut.
    /// - If the input ends between two events and the sentinel or the terminal event is missing, that is not an
    ///   error; [`is_complete`](Self::is_complete) is then false.
    ///
    /// Over another parser's events only the second point applies.
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
