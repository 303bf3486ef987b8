//! Why a body of events ended early.

use std::error::Error as StdError;
use std::fmt;

use crate::error::Error;

/// Why a body of events ended early. The server then aborts the connection, so that the client learns that the stream
/// is incomplete.
///
/// `Display` and `source()` do not repeat each other: the stream's error is the source of `Source` and does not
/// appear in its text. `Encode` shows its [`Error`], which has no source.
#[derive(Debug)]
#[non_exhaustive]
pub enum BodyError<E> {
    /// The stream of events failed.
    Source(E),
    /// An event cannot be encoded or has no wire form; the error explains why.
    Encode(Error),
}

#[cfg(any(feature = "actix-web", feature = "http-body"))]
impl<E> BodyError<E> {
    /// Boxes the stream's error or the crate's own, in the box type of the framework.
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
            // `Display` already shows this error.
            Self::Encode(error) => error.source(),
        }
    }
}
