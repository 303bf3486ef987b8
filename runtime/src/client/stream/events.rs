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

use super::errors_as_err::ErrorsAsErr;
use super::poll_budget::Budget;
use super::source::{BoxSource, ByteSource, ParsedSource, Source};
use super::typed::TypedStream;
use super::with_meta::WithMeta;
use crate::client::counters::StreamCounters;
use crate::client::ending::Session;
use crate::client::error::StreamError;
use crate::client::silence::Silence;
use crate::client::state::StreamState;
use crate::client::timer::Timer;
use crate::decode::DecodeEventOwned;
use crate::event::SseEvent;
use crate::raw::RawEvent;

pin_project! {
    /// A stream of typed events: `Stream<Item = Result<T, StreamError<E>>>`.
    ///
    /// - A decode error is one item, and the stream goes on.
    /// - A transport error is the last item.
    /// - After a terminal event or the sentinel it ends, and polls the transport no more.
    /// - Input that ends inside an event, or before the end that `T` declares, is [`StreamError::Truncated`]:
    ///   once, and never after an `error` event or a transport error. Between two events, a `complete` event is such an
    ///   end. [`lenient_end`](Self::lenient_end) takes other ends for good.
    /// - It is fused: after its end it stays ended.
    /// - A transport that always has more, but no event in it (comments, events that are skipped), does not keep a
    ///   thread to itself: now and then the stream is pending, and wakes its task at once.
    #[must_use = "streams do nothing unless polled"]
    pub struct EventStream<S, T> {
        #[pin]
        source: S,
        session: Session,
        // Most streams have no limit: they are not larger for it.
        silence: Option<Box<Silence>>,
        event: PhantomData<fn() -> T>,
    }
}

/// A typed stream whose type can be written: of events `T`, over bytes whose transport fails with an `E`.
///
/// [`EventStream::into_boxed`] makes it.
pub type BoxEventStream<T, E> = EventStream<BoxSource<E>, T>;

impl<S, T> EventStream<S, T> {
    pub(super) fn new(source: S) -> Self {
        Self { source, session: Session::default(), silence: None, event: PhantomData }
    }

    /// Passes over events that no variant takes, instead of yielding an error for each. A malformed payload is
    /// still an error, and so is an event that has no name where its `tag` should be.
    pub fn skip_unknown(mut self) -> Self {
        self.session.options.skip_unknown = true;
        self
    }

    /// Ends the stream with [`StreamError::EventTimeout`] where it waits for this long and no event comes. Comments,
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

    /// Ends the stream with [`StreamError::ByteTimeout`] where it waits for this long and no byte comes. A comment is
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
    /// [`StreamError::Transport`] does not end the stream, which goes on over the client's next connection and ends where
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
    ///   its line end too. Other input that ends within a line is still [`StreamError::Truncated`], as the line may be
    ///   cut.
    /// - Input that ends between two events is no error where the sentinel or the terminal event is missing;
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

impl<S: Source, T> EventStream<S, T> {
    /// The last event ID of the stream so far: what a client sends as `Last-Event-ID` when it reconnects.
    pub fn last_event_id(&self) -> Option<&str> {
        self.source.last_event_id()
    }

    /// The last reconnection time that the server sent.
    pub fn retry(&self) -> Option<Duration> {
        self.source.retry()
    }

    /// Whether the stream is over and nothing of it is missing: the terminal event or the sentinel came, or the input
    /// ended between two events, after a `complete` event or where `T` declares no end at all. After an error that ends
    /// the stream it is false.
    ///
    /// For the time after the loop. It tells a stream that was cut off after an `error` event, where there is no
    /// [`StreamError::Truncated`], from one that was complete.
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

    /// What was read so far: bytes, comments, ignored events, events.
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
