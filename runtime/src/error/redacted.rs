//! An error without the text of its event.

use std::fmt;

use serde_json::error::Category;

use super::cause::Cause;
use super::display::EMPTY;
use super::{Error, ErrorKind};

/// What [`Error::redacted`] gives.
#[derive(Clone, Copy)]
struct Redacted<'a>(&'a Error);

impl Error {
    /// The error in one line without text of the payload, for logs that must not hold what people write: the event's
    /// name, the kind of the cause, the path and position of the fault, and the size of the data.
    ///
    /// What a server chooses is still in the name of an unknown event and in the keys of the path, bounded and escaped.
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
    ///     "usage: JSON of another shape at [1] (line 1 column 12), 13 bytes of data",
    /// );
    /// ```
    #[must_use]
    pub fn redacted(&self) -> impl fmt::Display + fmt::Debug {
        Redacted(self)
    }
}

impl Redacted<'_> {
    /// What went wrong, in the crate's own words.
    fn fmt_cause(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error) = self;
        match &error.0.cause {
            Some(Cause::Json(_)) if error.is_empty_data() => f.write_str(EMPTY)?,
            Some(Cause::Json(json)) => f.write_str(match json.classify() {
                Category::Data => "JSON of another shape",
                Category::Eof => "JSON that ends early",
                Category::Syntax | Category::Io => "malformed JSON",
            })?,
            // What cannot be encoded says so already.
            Some(Cause::Other(_)) if error.kind() == ErrorKind::Encode => {
                f.write_str("its payload is refused")?;
            }
            Some(Cause::Other(_)) => f.write_str("refused by its `FromStr` or codec")?,
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
            // No data was read, or its size is said.
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
