//! Hints in the message for an unknown event.

use std::fmt;

use super::excerpt::{self, NAME};
use crate::json::find_tag::find;

/// Why an event may be unknown although its data has a name.
pub(crate) enum Hint {
    /// It has no `event:` line, and the enum has no tag.
    NoLine,
    /// No variant has the name of its `event:` line, and its data has a name under this tag.
    Tag(&'static str),
}

impl Hint {
    /// Writes the hint. If `data` is given, the hint includes the name under the tag.
    pub(super) fn fmt(&self, f: &mut fmt::Formatter<'_>, data: Option<&str>) -> fmt::Result {
        match self {
            Self::NoLine => f.write_str(
                "it has no `event:` line; if a key of its data names it, declare that key with `#[sse(tag = \"…\")]`",
            ),
            Self::Tag(tag) => {
                write!(f, "its `event:` line takes precedence over \"{tag}\"")?;
                if let Some(Ok(name)) = data.map(|data| find(data, tag)) {
                    f.write_str(", which is \"")?;
                    excerpt::write_truncated(f, name, NAME)?;
                    f.write_str("\"")?;
                }
                f.write_str(" (`#[sse(line = false)]` ignores lines)")
            }
        }
    }
}
