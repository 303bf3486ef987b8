//! Typed events from any `BufRead`, blocking. [`BufReadExt`] is also at the root of the crate.

pub(crate) mod bounds;
mod errors_as_err;
mod ext;
mod with_meta;

use std::fmt;
use std::io::{self, BufRead};
use std::iter::FusedIterator;
use std::marker::PhantomData;
use std::mem;
use std::ops::ControlFlow;
use std::time::Duration;

use bounds::BufferedRead;
pub use errors_as_err::ErrorsAsErr;
pub use ext::BufReadExt;
pub use with_meta::WithMeta;

pub use super::counters::StreamCounters;
use super::ending::{Item, Session, SourceItem};
use super::state::StreamState;
use crate::decode::DecodeEventOwned;
use crate::event::SseEvent;
use crate::raw::RawEvent;
use crate::wire::decoder::Decoder;

/// Typed events from a file, a blocking HTTP client's response or standard input: an `Iterator<Item = Result<T,
/// StreamError<io::Error>>>` over any [`BufRead`].
///
/// - A decode error is one item, and the iterator continues.
/// - A failed read is the last item; an interrupted read is repeated.
/// - After a terminal event or the sentinel the iterator ends and reads no further: the rest stays in the input.
/// - Input that ends inside an event, or before the end that `T` declares, is
///   [`StreamError::Truncated`](crate::StreamError::Truncated). This error is yielded once, and never after an
///   `error` event or a failed read. After a `complete` event, the input may end between two events.
///   [`lenient_end`](Self::lenient_end) accepts other ends.
/// - It is fused: after its end it yields only `None`.
///
/// Create it with [`BufReadExt`], as [`ByteStreamExt`](crate::ByteStreamExt) creates an async stream:
///
/// ```
/// use sse_event::{BufReadExt as _, SseEvent};
///
/// #[derive(Debug, PartialEq, SseEvent)]
/// enum Event {
///     #[event("delta")]
///     Delta(String),
///     #[event("done", terminal)]
///     Done,
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let input: &[u8] = b"event: delta\ndata: \"Hi\"\n\nevent: done\ndata:\n\n";
/// let events = input.sse_events::<Event>().collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(events, [Event::Delta("Hi".into()), Event::Done]);
/// # Ok(())
/// # }
/// ```
///
/// Wrap an input that only implements `Read` in a [`BufReader`](io::BufReader) first: a `File`, or the body of a
/// `ureq` response (`response.into_body().into_reader()`).
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct EventReader<R, T> {
    input: R,
    /// Bytes at the front of the input's buffer that have been read: an event borrows from them while it is decoded.
    /// If decoding panics, they are not read again.
    used: usize,
    decoder: Decoder,
    session: Session,
    event: PhantomData<fn() -> T>,
}

impl<R: BufferedRead, T: DecodeEventOwned> EventReader<R, T> {
    /// Reads events from any `BufRead`. Nothing is read yet.
    pub fn new(input: R) -> Self {
        Self { input, used: 0, decoder: Decoder::new(), session: Session::default(), event: PhantomData }
    }
}

impl<R, T> EventReader<R, T> {
    /// Skips events that no variant matches, instead of yielding an error for each. A malformed payload is still an
    /// error, and so is an event without a name if the enum has a `tag`.
    pub fn skip_unknown(mut self) -> Self {
        self.session.options.skip_unknown = true;
        self
    }

    /// Skips an event whose data, name or ID is larger than this many bytes (16 MiB by default), with one
    /// [`StreamError::TooLarge`](crate::StreamError::TooLarge). Call this before the first event is read.
    ///
    /// Each byte that is not UTF-8 becomes a character of three bytes. In an ID such a byte counts as one byte.
    pub fn max_event_size(mut self, bytes: usize) -> Self {
        self.decoder.set_limit(bytes);
        self
    }

    /// Starts with the last event ID of the previous connection (`""` for none), which was sent as `Last-Event-ID`.
    /// Events have this ID until an event sets another (HTML standard, 9.2.6), and
    /// [`last_event_id`](Self::last_event_id) returns it even if the connection is lost at once. Call this before the
    /// first event is read.
    pub fn with_last_event_id(mut self, id: &str) -> Self {
        self.decoder.set_last_event_id(id);
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

    /// The last event ID of the stream so far, which a client sends as `Last-Event-ID` when it reconnects.
    pub fn last_event_id(&self) -> Option<&str> {
        self.decoder.last_event_id()
    }

    /// The last reconnection time that the server sent.
    pub fn retry(&self) -> Option<Duration> {
        self.decoder.retry()
    }

    /// Whether the stream has ended and is complete: after the terminal event or the sentinel, or if the input ended
    /// between two events, after a `complete` event or if `T` does not declare an end. After an error that ends the
    /// stream it is false.
    ///
    /// Call it after the loop. It distinguishes a complete stream from a stream that was cut off after an `error`
    /// event, for which there is no [`StreamError::Truncated`](crate::StreamError::Truncated).
    pub fn is_complete(&self) -> bool {
        self.session.is_complete()
    }

    /// The counters so far: bytes, comments, ignored events, events.
    pub fn counters(&self) -> StreamCounters {
        self.session.counters(self.decoder.counters())
    }
}

impl<R, T: SseEvent> EventReader<R, T> {
    /// Accepts more ends of the input: for fixtures, mocks and servers that do not end as the HTML standard or the
    /// enum requires.
    ///
    /// - If the input ends with a complete line, without the blank line after it, that event is yielded. The sentinel
    ///   may also lack its line end. Any other input that ends within a line is still
    ///   [`StreamError::Truncated`](crate::StreamError::Truncated), because the line may be cut.
    /// - If the input ends between two events and the sentinel or the terminal event is missing, that is not an
    ///   error; [`is_complete`](Self::is_complete) is then false.
    ///
    /// ```
    /// use sse_event::{BufReadExt as _, RawEventBuf};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let events = "data: 1\n\ndata: 2\n".as_bytes().raw_events().lenient_end();
    /// let events = events.collect::<Result<Vec<_>, _>>()?;
    /// assert_eq!(events, [RawEventBuf::new("", "1"), RawEventBuf::new("", "2")]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn lenient_end(mut self) -> Self {
        self.decoder.set_lenient_end(T::END);
        self.session.options.lenient_end = true;
        self
    }
}

impl<R, T> StreamState for EventReader<R, T> {
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

impl<R: BufRead, T: DecodeEventOwned> EventReader<R, T> {
    /// The next item, which `map_event` makes from an event and its raw event.
    pub(super) fn next_item<U>(
        &mut self,
        map_event: impl Fn(T, RawEvent<'_>) -> U,
    ) -> Option<Item<U, io::Error>> {
        while !self.session.ended() {
            let Self { input, used, decoder, session, .. } = self;
            let read = read_event(input, used, decoder, |given| session.advance(given, &map_event));
            if let ControlFlow::Break(item) = read {
                return item;
            }
        }
        None
    }
}

/// Passes the next item of the source to `read`, which may borrow from the input.
fn read_event<V>(
    input: &mut impl BufRead,
    used: &mut usize,
    decoder: &mut Decoder,
    read: impl FnOnce(SourceItem<'_, io::Error>) -> V,
) -> V {
    loop {
        input.consume(mem::take(used));
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return read(SourceItem::Transport(error)),
        };
        if chunk.is_empty() {
            return read(SourceItem::from(&decoder.finish()));
        }
        let mut rest = chunk;
        let frame = decoder.next(&mut rest);
        *used = chunk.len() - rest.len();
        if let Some(frame) = frame {
            let value = read(SourceItem::from(&frame));
            drop(frame);
            input.consume(mem::take(used));
            return value;
        }
    }
}

impl<R: BufRead, T: DecodeEventOwned> Iterator for EventReader<R, T> {
    type Item = Item<T, io::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item(|event, _| event)
    }
}

impl<R: BufRead, T: DecodeEventOwned> FusedIterator for EventReader<R, T> {}

impl<R, T> fmt::Debug for EventReader<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReader").field("session", &self.session).finish_non_exhaustive()
    }
}
