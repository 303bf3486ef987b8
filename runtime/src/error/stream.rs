//! The errors of a typed stream.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::Error;
use super::excerpt::{self, NAME};
use crate::event::SseEvent;

/// An error of a typed stream.
///
/// After `Decode` and `TooLarge`, which are about one event, the stream continues; every other variant ends it
/// ([`ends_stream`](Self::ends_stream)).
///
/// `Display` and `source()` do not repeat each other: the transport's error is the source of `Transport` and does not
/// appear in its text. `Decode` shows its [`Error`], which has no source.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError<E> {
    /// The transport failed. The stream has ended, unless its client reconnects
    /// ([`reconnects`](crate::stream::EventStream::reconnects)).
    Transport(E),
    /// One event could not be decoded; the error contains the whole event. The stream continues.
    Decode(Error),
    /// One event exceeded the limit and was skipped. The stream continues with the next event.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The input ended inside an event, or before the sentinel, the `terminal` event or the `complete` event that the
    /// event type declares.
    Truncated,
    /// No bytes were received for this long. The stream has ended.
    ByteTimeout {
        /// The configured limit.
        limit: Duration,
    },
    /// No event was received for this long, though there may have been bytes. The stream has ended.
    EventTimeout {
        /// The configured limit.
        limit: Duration,
    },
}

impl<E> StreamError<E> {
    /// Whether the stream has ended. If not, the error is about one event, and the next item may be an event. A
    /// transport error ends every stream, except over a client that [reconnects](crate::stream::EventStream::reconnects).
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::{ByteStreamExt as _, SseEvent};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(u8),
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let text = "event: delta\ndata: one\n\nevent: delta\ndata: 2\n\n";
    /// let mut events = stream::iter([Ok::<_, std::io::Error>(text)]).sse_events::<Event>();
    /// let mut deltas = Vec::new();
    /// while let Some(event) = events.next().await {
    ///     match event {
    ///         Ok(Event::Delta(delta)) => deltas.push(delta),
    ///         Err(error) if error.ends_stream() => return Err(error.into()),
    ///         Err(error) => eprintln!("skipped: {error}"),
    ///     }
    /// }
    /// assert_eq!(deltas, [2]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn ends_stream(&self) -> bool {
        match self {
            Self::Decode(_) | Self::TooLarge { .. } => false,
            Self::Transport(_) | Self::Truncated | Self::ByteTimeout { .. } | Self::EventTimeout { .. } => {
                true
            }
        }
    }

    /// Displays the error in one line without text of a payload, for logs that must not contain user data. See
    /// [`Error::redacted`]. The `source()` of a `Transport` error is not part of the line.
    ///
    /// ```
    /// use sse_event::{DecodeEvent, RawEvent, SseEvent, StreamError};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("usage")]
    ///     Usage(Vec<u64>),
    /// }
    ///
    /// let error = Event::decode(RawEvent::new("usage", r#"[1, "secret"]"#)).unwrap_err();
    /// assert_eq!(
    ///     StreamError::<std::io::Error>::Decode(error).redacted().to_string(),
    ///     "usage: JSON that does not match the type at [1] (line 1 column 12), 13 bytes of data",
    /// );
    /// ```
    #[must_use]
    pub fn redacted(&self) -> impl fmt::Display + fmt::Debug {
        Redacted(self)
    }
}

/// Displays an error without text of a payload.
struct Redacted<'a, T>(&'a T);

impl<E> fmt::Display for Redacted<'_, StreamError<E>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            StreamError::Decode(error) => error.redacted().fmt(f),
            error => error.fmt(f),
        }
    }
}

impl<T: SseEvent, E> fmt::Display for Redacted<'_, EventError<T, E>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            EventError::Stream(error) => error.redacted().fmt(f),
            error => error.fmt(f),
        }
    }
}

impl<T> fmt::Debug for Redacted<'_, T>
where
    Self: fmt::Display,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<E> fmt::Display for StreamError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(_) => f.write_str("the transport failed"),
            Self::Decode(error) => error.fmt(f),
            Self::TooLarge { limit } => write!(f, "an event is larger than the limit of {limit} bytes"),
            Self::Truncated => f.write_str("the stream ended before it was complete"),
            Self::ByteTimeout { limit } => write!(f, "no bytes received for {limit:?}"),
            Self::EventTimeout { limit } => write!(f, "no event received for {limit:?}"),
        }
    }
}

impl<E: StdError + 'static> StdError for StreamError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            // `Display` already shows this error.
            Self::Decode(error) => error.source(),
            Self::TooLarge { .. }
            | Self::Truncated
            | Self::ByteTimeout { .. }
            | Self::EventTimeout { .. } => None,
        }
    }
}

/// The error of `errors_as_err()`.
///
/// `Display` names an `error` event and does not show its payload, which may contain anything; match on the event to
/// read it. `Stream` displays its [`StreamError`], and has the same source.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError<T, E> {
    /// The server reported an error: an event whose variant is marked `error`.
    Event(T),
    /// Any other failure.
    Stream(StreamError<E>),
}

impl<T: SseEvent, E> EventError<T, E> {
    /// Whether the stream has ended. After an `error` event the stream continues, unless the variant is also
    /// `terminal`.
    #[must_use]
    pub fn ends_stream(&self) -> bool {
        match self {
            Self::Event(event) => event.is_terminal(),
            Self::Stream(error) => error.ends_stream(),
        }
    }

    /// Displays the error in one line without text of a payload, see [`Error::redacted`].
    ///
    /// ```
    /// use sse_event::SseEvent;
    /// use sse_event::error::EventError;
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("error", error)]
    ///     Failed { message: String },
    /// }
    ///
    /// let event = Event::Failed { message: "secret".into() };
    /// let error = EventError::<_, std::io::Error>::Event(event);
    /// assert_eq!(error.redacted().to_string(), "the server reported an error: `error`");
    /// ```
    #[must_use]
    pub fn redacted(&self) -> impl fmt::Display + fmt::Debug {
        Redacted(self)
    }

    /// Converts a stream's item, with an `error` event as an error.
    pub(crate) fn from_item(item: Result<T, StreamError<E>>) -> Result<T, Self> {
        match item {
            Ok(event) if event.is_error() => Err(Self::Event(event)),
            Ok(event) => Ok(event),
            Err(error) => Err(Self::Stream(error)),
        }
    }
}

impl<T: SseEvent, E> fmt::Display for EventError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(event) => {
                f.write_str("the server reported an error: `")?;
                excerpt::write_truncated(f, event.event_type(), NAME)?;
                f.write_str("`")
            }
            Self::Stream(error) => error.fmt(f),
        }
    }
}

impl<T: SseEvent + fmt::Debug, E: StdError + 'static> StdError for EventError<T, E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Event(_) => None,
            Self::Stream(error) => error.source(),
        }
    }
}
