//! The causes of errors.

use std::error::Error as StdError;
use std::fmt;

use super::BoxError;
use super::hint::Hint;
use super::unnamed::Unnamed;

/// The cause of an [`Error`](crate::Error), if there is more to say than its kind.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorCause {
    /// The data is not JSON or does not match the payload's type.
    Json(serde_json::Error),
    /// The error of a `FromStr`, of a function of `decode_with` or `encode_with`, or of a `Serialize`.
    Other(Box<dyn StdError + Send + Sync>),
}

/// All causes, including those without an error value.
pub(super) enum Cause {
    Json(serde_json::Error),
    Other(BoxError),
    Unnamed(Unnamed),
    Hint(Hint),
    /// A field of a raw event that has no wire form.
    Unwritable(&'static str),
}

impl Cause {
    /// The error value of the cause, if it has one.
    pub(super) fn into_public(self) -> Option<ErrorCause> {
        match self {
            Self::Json(error) => Some(ErrorCause::Json(error)),
            Self::Other(error) => Some(ErrorCause::Other(error)),
            Self::Unwritable(why) => Some(ErrorCause::Other(why.into())),
            Self::Unnamed(_) | Self::Hint(_) => None,
        }
    }
}

/// Displays an error and its chain of sources in one line.
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
