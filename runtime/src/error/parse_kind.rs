//! The error for a name that no event has.

use std::error::Error;
use std::fmt;

use super::excerpt;

/// The error for a name that no event has, returned by `from_str` of a companion enum.
///
/// ```
/// use sse_event::SseEvent;
///
/// #[derive(SseEvent)]
/// #[sse(kind(name = Topic))]
/// enum Event {
///     #[event("head")]
///     Head(u64),
///     #[event("block")]
///     Block(u64),
/// }
///
/// assert_eq!("head".parse::<Topic>(), Ok(Topic::Head));
/// let error = "tail".parse::<Topic>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown event name `tail`, expected one of `head`, `block`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseKindError {
    pub(crate) name: String,
    pub(crate) expected: Vec<&'static str>,
}

impl ParseKindError {
    /// The unknown name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for ParseKindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown event name `")?;
        excerpt::write_truncated(f, &self.name, 80)?;
        f.write_str("`, expected one of ")?;
        for (index, name) in self.expected.iter().enumerate() {
            write!(f, "{}`{name}`", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl Error for ParseKindError {}
