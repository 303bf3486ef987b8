//! Displays an error without the text of its event.

use std::fmt;

use serde_json::error::Category;

use super::cause::Cause;
use super::display::EMPTY;
use super::{Error, ErrorKind};

/// The result of [`Error::redacted`].
#[derive(Clone, Copy)]
struct Redacted<'a>(&'a Error);

impl Error {
    /// Displays the error in one line without text of the payload, for logs that must not contain user data: the
    /// event's name, the kind of the cause, the path and position of the fault, and the size of the data.
    ///
    /// The line still contains text that the server chooses: the name of an unknown event and the keys of the path,
    /// bounded and escaped.
    ///
    /// ```
    /// use sse_event::{DecodeEvent, RawEvent, SseEvent};
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("usage")]
    ///     Usage(Vec<u64>),
    /// }
    ///
    /// let error = Event::decode(RawEvent::new("usage", r#"[1, "secret"]"#)).unwrap_err();
    /// assert_eq!(
    ///     error.redacted().to_string(),
    ///     "usage: JSON that does not match the type at [1] (line 1 column 12), 13 bytes of data",
    /// );
    /// ```
    #[must_use]
    pub fn redacted(&self) -> impl fmt::Display + fmt::Debug {
        Redacted(self)
    }
}

impl Redacted<'_> {
    /// The cause, in the crate's own words.
    fn fmt_cause(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error) = self;
        match &error.0.cause {
            Some(Cause::Json(_)) if error.is_empty_data() => f.write_str(EMPTY)?,
            Some(Cause::Json(json)) => f.write_str(match json.classify() {
                Category::Data => "JSON that does not match the type",
                Category::Eof => "incomplete JSON",
                Category::Syntax | Category::Io => "malformed JSON",
            })?,
            // The subject already says that the event cannot be encoded.
            Some(Cause::Other(_)) if error.kind() == ErrorKind::Encode => {
                f.write_str("its payload is rejected")?;
            }
            Some(Cause::Other(_)) => f.write_str("rejected by its `FromStr` or codec")?,
            Some(Cause::Unnamed(unnamed)) => fmt::Display::fmt(unnamed, f)?,
            Some(Cause::Hint(hint)) => hint.fmt(f, None)?,
            Some(Cause::Unwritable(why)) => f.write_str(why)?,
            None => {}
        }
        error.fmt_fault(f)
    }
}

impl fmt::Display for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error) = self;
        error.fmt_subject(f)?;
        if error.0.cause.is_some() {
            f.write_str(": ")?;
            self.fmt_cause(f)?;
        }
        match error.kind() {
            // No data was read, or the message already says that it is empty.
            ErrorKind::Encode => Ok(()),
            ErrorKind::Payload if error.is_empty_data() => Ok(()),
            _ => write!(f, ", {} bytes of data", error.0.raw.data.len()),
        }
    }
}

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
