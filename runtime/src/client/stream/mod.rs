//! Async streams of typed events: over bytes and over other parsers' events.
//!
//! [`ByteStreamExt`] is also at the root of the crate. The [guide](crate::guide::streams) shows timeouts, cancellation and
//! streams in structs.

pub(crate) mod bounds;
pub(in crate::client) mod errors_as_err;
mod events;
mod options;
pub(in crate::client) mod poll_budget;
pub(in crate::client) mod source;
pub(in crate::client) mod typed;
pub(in crate::client) mod with_meta;

use bounds::{ByteStream, RawEventStream};
pub use errors_as_err::ErrorsAsErr;
pub use events::{BoxEventStream, EventStream};
pub use source::{BoxSource, ByteSource, ParsedSource, Source};
pub use with_meta::WithMeta;

pub use super::counters::StreamCounters;
pub use super::timer::Timer;
use crate::decode::DecodeEventOwned;
use crate::raw::RawEventBuf;

/// Typed events from a stream of bytes, such as `reqwest`'s `response.bytes_stream()`.
///
/// Implemented for every `Stream<Item = Result<C, E>>` whose chunks `C` are `AsRef<[u8]>`. Generic code needs the
/// bounds `S: ByteStreamExt` for the stream and [`T: DecodeEventOwned`](DecodeEventOwned) for the event.
///
/// ```
/// use futures_util::{TryStreamExt as _, stream};
/// use sse_event::{ByteStreamExt as _, SseEvent};
///
/// #[derive(Debug, PartialEq, SseEvent)]
/// enum Event {
///     #[event("delta")]
///     Delta(String),
///     #[event("done", terminal)]
///     Done,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let bytes = stream::iter([Ok::<_, std::io::Error>("event: delta\ndata: \"H"), Ok("i\"\n\nevent: done\ndata:\n\n")]);
/// let mut events = bytes.sse_events::<Event>();
/// assert_eq!(events.try_next().await?, Some(Event::Delta("Hi".into())));
/// assert_eq!(events.try_next().await?, Some(Event::Done));
/// assert_eq!(events.try_next().await?, None);
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stream of bytes, a `Stream<Item = Result<C, E>>` with chunks `C: AsRef<[u8]>`",
    label = "not a stream of bytes"
)]
pub trait ByteStreamExt: ByteStream {
    /// Parses the bytes and decodes each event.
    ///
    /// The stream yields `Result<T, StreamError<E>>`; see [`EventStream`] for when it ends. It spawns no tasks,
    /// buffers at most one event, and dropping it drops the transport. It moves the transport to the heap, so it is
    /// always `Unpin`: `events.next()` does not need `pin!`.
    ///
    /// If the transport's error does not implement `std::error::Error` (a `Box<dyn Error>`), map it first, so that
    /// `?` works: `.map_err(std::io::Error::other)`.
    fn sse_events<T: DecodeEventOwned>(self) -> EventStream<ByteSource<Self>, T>
    where
        Self: Sized,
    {
        EventStream::new(ByteSource::new(self))
    }

    /// Parses the bytes and yields each event untyped: for events that borrow from their data, and for proxies.
    ///
    /// ```
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, RawEventBuf};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let bytes = stream::iter([Ok::<_, std::io::Error>("id: 7\ndata: hi\n\n")]);
    /// let events: Vec<RawEventBuf> = bytes.raw_events().try_collect().await?;
    /// assert_eq!(events, [RawEventBuf::new("", "hi").with_id("7")]);
    /// # Ok(())
    /// # }
    /// ```
    fn raw_events(self) -> EventStream<ByteSource<Self>, RawEventBuf>
    where
        Self: Sized,
    {
        self.sse_events()
    }
}

impl<S: ByteStream + ?Sized> ByteStreamExt for S {}

/// Typed events from a stream of another parser's events.
///
/// Implemented for every `Stream<Item = Result<T, E>>` whose events `T` are [`AsRawEvent`](crate::wire::AsRawEvent).
///
/// ```
/// use eventsource_stream::Eventsource as _;
/// use futures_util::{TryStreamExt as _, stream};
/// use sse_event::SseEvent;
/// use sse_event::stream::RawEventStreamExt as _;
///
/// #[derive(Debug, PartialEq, SseEvent)]
/// enum Event {
///     #[event("delta")]
///     Delta(String),
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let bytes = stream::iter([Ok::<_, std::io::Error>("event: delta\ndata: \"Hi\"\n\n")]);
/// let mut events = bytes.eventsource().decode_events::<Event>();
/// assert_eq!(events.try_next().await?, Some(Event::Delta("Hi".into())));
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stream of events, a `Stream<Item = Result<T, E>>` with `T: AsRawEvent`",
    label = "not a stream of another parser's events"
)]
pub trait RawEventStreamExt: RawEventStream {
    /// Decodes each event. The parser's error becomes the stream's transport error.
    ///
    /// The parser decides how the bytes are read: what happens with invalid UTF-8, a byte order mark or an event of a
    /// gigabyte, and whether an incomplete event at the end of the input is dropped silently. If you have the bytes,
    /// [`sse_events`](ByteStreamExt::sse_events) is the safer choice.
    ///
    /// A client that reconnects by itself (`reqwest-eventsource`, `eventsource-client`) yields an error for each lost
    /// connection, and the first error ends the typed stream unless [`reconnects`](EventStream::reconnects) is set. A
    /// stream whose items are events and not `Result`s needs a `map(Ok::<_, Infallible>)`.
    fn decode_events<T: DecodeEventOwned>(self) -> EventStream<ParsedSource<Self>, T>
    where
        Self: Sized,
    {
        EventStream::new(ParsedSource::new(self))
    }
}

impl<S: RawEventStream + ?Sized> RawEventStreamExt for S {}
