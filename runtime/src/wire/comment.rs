//! Comments: lines that every client ignores.

use std::borrow::Cow;
use std::fmt;

use super::lines::lines;

/// A comment on the wire, which every client ignores: a keep-alive, or a note for people who read the stream.
///
/// A comment is not followed by a blank line. A blank line would make a client dispatch an event that is not
/// complete: OpenAI's official Python package takes an ID that it read earlier for an event, and fails.
///
/// ```
/// use sse_event::wire::Comment;
///
/// assert_eq!(Comment::KEEP_ALIVE.to_string(), ":\n");
/// assert_eq!(Comment::new("two\nlines").to_string(), ": two\n: lines\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment<'a>(Cow<'a, str>);

impl<'a> Comment<'a> {
    /// The shortest comment.
    pub const KEEP_ALIVE: Comment<'static> = Comment(Cow::Borrowed(""));

    /// A comment with any text: one comment line per line of the text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self(text.into())
    }

    /// Appends the comment to the buffer.
    #[cfg(feature = "bytes")]
    pub fn write_to(&self, buffer: &mut bytes::BytesMut) {
        // Writing to a buffer cannot fail.
        let _ = fmt::write(buffer, format_args!("{self}"));
    }
}

impl fmt::Display for Comment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in lines(&self.0) {
            f.write_str(if line.is_empty() { ":" } else { ": " })?;
            f.write_str(line)?;
            f.write_str("\n")?;
        }
        Ok(())
    }
}
