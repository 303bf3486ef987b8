//! What a typed stream fails with.

use std::error::Error as StdError;
use std::fmt;

use crate::error::{Error, excerpt};
use crate::event::SseEvent;

/// What a typed stream yields instead of an event.
///
/// `Decode` and `TooLarge` are about one event, and the stream goes on; `Transport` and `Truncated` end it.
///
/// `Display` tells the transport's error, which is in the variant, and `source()` is what is below it: a chain that
/// is printed tells each of the transport's errors once. The source of `Decode` is that of its [`Error`].
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError<E> {
    /// The transport failed. The stream is over.
    Transport(E),
    /// One event could not be decoded; it is in the error, whole. The stream goes on.
    Decode(Error),
    /// One event outgrew the limit and was skipped. The stream goes on at the next event.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The input ended inside an event, or before the sentinel or terminal event that this stream declares.
    Truncated,
}

impl<E: fmt::Display> fmt::Display for StreamError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => write!(f, "the transport failed: {error}"),
            Self::Decode(error) => error.fmt(f),
            Self::TooLarge { limit } => write!(f, "an event is larger than the limit of {limit} bytes"),
            Self::Truncated => f.write_str("the stream ended before it was complete"),
        }
    }
}

impl<E: StdError + 'static> StdError for StreamError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // Their texts are in this error's text, so the chain goes on below them.
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::TooLarge { .. } | Self::Truncated => None,
        }
    }
}

/// What `errors_as_err()` yields instead of an event.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError<T, E> {
    /// The server's error report: an event whose variant is marked `error`.
    Event(T),
    /// Everything else that fails.
    Stream(StreamError<E>),
}

impl<T: SseEvent, E> EventError<T, E> {
    /// A stream's item, with an `error` event as an error.
    pub(crate) fn from_item(item: Result<T, StreamError<E>>) -> Result<T, Self> {
        match item {
            Ok(event) if event.is_error() => Err(Self::Event(event)),
            Ok(event) => Ok(event),
            Err(error) => Err(Self::Stream(error)),
        }
    }
}

impl<T: SseEvent + fmt::Debug, E: fmt::Display> fmt::Display for EventError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(event) => {
                write!(f, "the server reported an error: ")?;
                excerpt::write_truncated(f, format_args!("{event:?}"), 400)
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
