//! Displays an error in one line. Text from a server is bounded and escaped.

use std::fmt;

use super::cause::{Cause, Chain};
use super::excerpt::NAME;
use super::{Error, ErrorKind, Inner, excerpt};
use crate::json::read;

/// Most characters of a path and of a cause that `Display` shows.
const PATH: usize = 160;
const CAUSE: usize = 200;

/// The cause if the data is empty where JSON is expected.
pub(super) const EMPTY: &str = "the data is empty";

impl Error {
    /// The subject of the message.
    pub(super) fn fmt_subject(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let quoted = |f: &mut fmt::Formatter<'_>, what| {
            f.write_str(what)?;
            f.write_str(" `")?;
            excerpt::write_truncated(f, &inner.event_type, NAME)?;
            f.write_str("`")
        };
        match inner.kind {
            ErrorKind::Payload => excerpt::write_truncated(f, inner.name(), NAME),
            ErrorKind::UnknownEvent => quoted(f, "unknown event"),
            ErrorKind::Unnamed => f.write_str("an event without a name"),
            ErrorKind::Ignored => quoted(f, "ignored event"),
            ErrorKind::End => f.write_str("the sentinel that ends the stream, not an event"),
            ErrorKind::Encode if inner.event_type.is_empty() => {
                f.write_str("an unknown event cannot be encoded")
            }
            ErrorKind::Encode => {
                quoted(f, "the event")?;
                f.write_str(" cannot be encoded")
            }
        }
    }

    /// The cause with its chain of sources, which `source()` does not repeat.
    fn fmt_cause(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.cause {
            Some(Cause::Json(_)) if self.is_empty_data() => f.write_str(EMPTY)?,
            Some(Cause::Json(error)) => excerpt::write_truncated(f, JsonCause(error), CAUSE)?,
            Some(Cause::Other(error)) => excerpt::write_truncated(f, Chain(&**error), CAUSE)?,
            Some(Cause::Unnamed(unnamed)) => fmt::Display::fmt(unnamed, f)?,
            Some(Cause::Hint(hint)) => hint.fmt(f, self.0.raw.data.get(self.0.part.clone()))?,
            Some(Cause::Unwritable(why)) => f.write_str(why)?,
            None => {}
        }
        self.fmt_fault(f)
    }

    /// Whether the data is empty where JSON is expected.
    pub(super) fn is_empty_data(&self) -> bool {
        self.0.raw.data.is_empty() && self.json_error().is_some_and(serde_json::Error::is_eof)
    }

    /// The place of the fault in the JSON.
    pub(super) fn fmt_fault(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((at, path)) = &self.0.fault else { return Ok(()) };
        if !path.is_empty() {
            f.write_str(" at ")?;
            excerpt::write_truncated(f, path, PATH)?;
        }
        if self.json_error().is_none() {
            return Ok(());
        }
        // For a wrapped event, the error's own position may refer to the event's text.
        let (line, column) = read::position(&self.0.raw.data, *at);
        write!(f, " (line {line} column {column})")
    }
}

impl Inner {
    /// The canonical name; for a variant that matches a prefix, the received name.
    fn name(&self) -> &str {
        if self.raw.event.starts_with(&*self.event_type) { &self.raw.event } else { &self.event_type }
    }
}

/// A JSON error without its position, which appears elsewhere in the line.
struct JsonCause<'a>(&'a serde_json::Error);

impl fmt::Display for JsonCause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = format!(" at line {} column {}", self.0.line(), self.0.column());
        // A truncated message has already lost its position.
        let (text, _) = excerpt::head(self.0, CAUSE + position.len());
        f.write_str(text.strip_suffix(&position).unwrap_or(&text))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        self.fmt_subject(f)?;
        if inner.cause.is_some() {
            f.write_str(": ")?;
            self.fmt_cause(f)?;
        }
        if inner.kind == ErrorKind::Encode || self.is_empty_data() {
            return Ok(());
        }
        f.write_str(": ")?;
        excerpt::write_excerpt(f, &inner.raw.data, inner.fault.as_ref().map_or(0, |(at, _)| *at))
    }
}

impl fmt::Debug for Error {
    /// Bounded, like `Display`: an `unwrap` must not print megabytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("data_bytes", &self.0.raw.data.len())
            .field("message", &format_args!("{self}"))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawEvent;

    fn json_error<T: serde::de::DeserializeOwned>(data: &str) -> Error {
        let error = serde_json::from_str::<T>(data).err().expect("the data is malformed");
        Error::json(RawEvent::new("x", data), "x", error)
    }

    #[test]
    fn display_is_bounded_and_on_one_line() {
        let name = "n\n".repeat(100_000);
        let error = Error::unknown_event(RawEvent::new(&name, &name), &name, None);
        let text = error.to_string();
        assert!(text.chars().count() < 300 && !text.contains('\n'), "{text}");
        assert!(format!("{error:?}").len() < 600);

        let huge = format!(r#"{{"key":"{}"}}"#, r"\n\u001b".repeat(100_000));
        let text = json_error::<std::collections::BTreeMap<String, u8>>(&huge).to_string();
        assert!(text.chars().count() < 600 && !text.contains(['\n', '\u{1b}']), "{text}");
    }

    #[test]
    fn position_appears_once() {
        let text = json_error::<u8>("\n  true").to_string();
        assert_eq!(text, r"x: invalid type: boolean `true`, expected u8 (line 2 column 6): \n  true");
    }

    #[test]
    fn empty_data_has_no_position() {
        let error = serde_json::from_str::<u8>("null").expect_err("null is not a number");
        let error = Error::json(RawEvent::new("x", ""), "x", error);
        assert_eq!(error.path(), None);
        assert_eq!(error.to_string(), "x: invalid type: null, expected u8: (empty data)");
    }
}
