//! What caused an error.

use std::error::Error as StdError;
use std::fmt;

use super::BoxError;
use super::hint::Hint;
use super::unnamed::Unnamed;

/// What caused an [`Error`](crate::Error), where its kind does not say it all.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorCause {
    /// The data is not JSON, or not of the payload's shape.
    Json(serde_json::Error),
    /// What a `FromStr`, a function of `decode_with` or `encode_with` or a `Serialize` failed with.
    Other(Box<dyn StdError + Send + Sync>),
}

/// The same, and what has no error of its own.
pub(super) enum Cause {
    Json(serde_json::Error),
    Other(BoxError),
    Unnamed(Unnamed),
    Hint(Hint),
    /// A field of a raw event that has no wire form.
    Unwritable(&'static str),
}

impl Cause {
    /// The error that caused it, if there is one.
    pub(super) fn into_public(self) -> Option<ErrorCause> {
        match self {
            Self::Json(error) => Some(ErrorCause::Json(error)),
            Self::Other(error) => Some(ErrorCause::Other(error)),
            Self::Unwritable(why) => Some(ErrorCause::Other(why.into())),
            Self::Unnamed(_) | Self::Hint(_) => None,
        }
    }
}

/// An error and everything below it, in one line.
pub(super) struct Chain<'a>(pub(super) &'a (dyn StdError + 'static));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}
