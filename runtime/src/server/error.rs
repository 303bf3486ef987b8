//! Why a body of events ended early.

use std::error::Error as StdError;
use std::fmt;

use crate::error::Error;

/// Why a body of events ended early. The server then aborts the connection: the client does not have everything.
///
/// What `Display` says, `source()` does not repeat: the stream's error is the source of `Source`, and is not in its text.
/// `Encode` is its [`Error`], which has no source.
#[derive(Debug)]
#[non_exhaustive]
pub enum BodyError<E> {
    /// The stream of events failed.
    Source(E),
    /// An event has no wire form; the error says why.
    Encode(Error),
}

#[cfg(any(feature = "actix-web", feature = "http-body"))]
impl<E> BodyError<E> {
    /// The stream's error or ours, for a body whose errors are boxed: as its framework boxes them.
    pub(crate) fn into_boxed<B: From<Error>>(self) -> B
    where
        E: Into<B>,
    {
        match self {
            Self::Source(error) => error.into(),
            Self::Encode(error) => error.into(),
        }
    }
}

impl<E> fmt::Display for BodyError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(_) => f.write_str("the stream of events failed"),
            Self::Encode(error) => error.fmt(f),
        }
    }
}

impl<E: StdError + 'static> StdError for BodyError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Source(error) => Some(error),
            // Its text is this error's text.
            Self::Encode(error) => error.source(),
        }
    }
}
