//! What could have named an unknown event: for the message of its error.

use std::fmt;

use super::excerpt::{self, NAME};
use crate::json::find_tag::find;

/// Why an event may be unknown although its data has a name.
pub(crate) enum Hint {
    /// It has no `event:` line, and the enum has no tag.
    NoLine,
    /// It has a line that no variant has, and a name under this tag.
    Tag(&'static str),
}

impl Hint {
    /// Writes the hint; with `data`, the name that they have under the tag.
    pub(super) fn fmt(&self, f: &mut fmt::Formatter<'_>, data: Option<&str>) -> fmt::Result {
        match self {
            Self::NoLine => f.write_str(
                "no `event:` line, and no `#[sse(tag = \"…\")]` for a key of its data that names it",
            ),
            Self::Tag(tag) => {
                write!(f, "named by its `event:` line, and not by \"{tag}\"")?;
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
