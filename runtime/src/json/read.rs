//! Reads a value from a whole JSON text, and gives an error its position in that text.
//!
//! `serde_json` takes the words "at line 1 column 7" at the end of a custom message for the error's position. They
//! may refer to another text: a string of this text may hold JSON, or the server may have written the words. So a
//! position is checked against the point where the parser stopped.

use std::fmt::Display;

use serde::de::{Error as _, IgnoredAny};
use serde_json::de::StrRead;
use serde_json::{Deserializer, Error, Result};

/// Returns the value that `deserialize` reads from the whole text, or the result of `fail` for the error. `fail` is
/// called here and not by the caller, which saves a move of a large value. It is a function with a `context` and not
/// a closure, which would be compiled again for every payload.
///
/// # Errors
/// The text is not JSON or does not match the type.
#[inline]
pub(crate) fn read<'de, T, C, E>(
    text: &'de str,
    deserialize: impl FnOnce(&mut Deserializer<StrRead<'de>>) -> Result<T>,
    context: C,
    fail: fn(C, Error) -> E,
) -> std::result::Result<T, E> {
    let mut json = Deserializer::from_str(text);
    let error = match deserialize(&mut json) {
        Ok(value) => match json.end() {
            Ok(()) => return Ok(value),
            Err(error) => error,
        },
        Err(error) => error,
    };
    Err(fail(context, positioned(text, json, error)))
}

/// The byte offset of a position as `serde_json` reports it: lines from 1, columns in bytes. `None` if the text has
/// no such position.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let mut rest = text;
    for _ in 1..line {
        rest = rest.split_once('\n')?.1;
    }
    let line = rest.split('\n').next().unwrap_or_default();
    (column <= line.len()).then(|| text.len() - rest.len() + column)
}

/// The offset of `part`, which is a part of the text.
pub(crate) fn start_of(part: &str, text: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// An error at the byte `at` of the text.
#[cold]
pub(crate) fn error_at(text: &str, at: usize, message: impl Display) -> Error {
    let (line, column) = position(text, at);
    Error::custom(format_args!("{message} at line {line} column {column}"))
}

/// The position of a byte as `serde_json` reports it, see [`offset`].
pub(crate) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    (before.split(|byte| *byte == b'\n').count(), before.len() - start)
}

/// The error with a position in this text, even if its own position refers to another text.
#[cold]
fn positioned<'de>(text: &'de str, json: Deserializer<StrRead<'de>>, error: Error) -> Error {
    // The parser's own messages are about this text, and an error without a position has nothing to check.
    if !error.is_data() || error.line() == 0 {
        return error;
    }
    let stopped = json.into_iter::<IgnoredAny>().byte_offset();
    let Some(before) = text.get(..stopped) else { return error };
    if offset(text, error.line(), error.column()).is_some_and(|at| is_reached(before, at)) {
        return error;
    }
    // The end of the last value that was read, or of a container around it: the parser also reads a following comma.
    let last = before.trim_end_matches([',', ' ', '\t', '\r', '\n']);
    error_at(text, last.len(), error)
}

/// Whether an error at the byte `at` can leave the parser at the end of `read`: after the error, the parser reads
/// only the closing brackets of the containers around the fault, and a comma.
fn is_reached(read: &str, at: usize) -> bool {
    read.as_bytes().get(at..).is_some_and(|passed| {
        passed.iter().all(|b| matches!(b, b']' | b'}' | b',' | b' ' | b'\t' | b'\r' | b'\n'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use serde::{Deserialize, Deserializer as _};

    /// Rejects every string with an error that has the string as its message.
    #[derive(Debug)]
    struct Refused;

    impl<'de> Deserialize<'de> for Refused {
        fn deserialize<D: serde::Deserializer<'de>>(json: D) -> std::result::Result<Self, D::Error> {
            Err(D::Error::custom(String::deserialize(json)?))
        }
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are checked")]
    struct Call {
        name: Option<Refused>,
        list: Option<Vec<Refused>>,
        last: Option<bool>,
    }

    #[track_caller]
    fn error(text: &str) -> Error {
        value(text, |json| Call::deserialize(json)).expect_err("it is rejected")
    }

    fn value<'de, T>(
        text: &'de str,
        deserialize: impl FnOnce(&mut Deserializer<StrRead<'de>>) -> Result<T>,
    ) -> Result<T> {
        read(text, deserialize, (), |(), error| error)
    }

    /// The text before the reported position of the error.
    #[track_caller]
    fn before(text: &str) -> &str {
        let error = error(text);
        &text[..offset(text, error.line(), error.column()).expect("a place in the text")]
    }

    #[test]
    fn position_is_of_this_text() {
        for message in [
            "no at line 1 column 2",
            "no at line 1 column 30",
            "no at line 7 column 1",
            "no at line 1 column 999",
        ] {
            let text = format!(r#"{{"last":true,"name":"{message}","list":[]}}"#);
            assert!(before(&text).ends_with(&format!(r#""name":"{message}""#)), "{}", before(&text));
            let text = format!("{{\n\"list\":[\"{message}\" , \"b\"],\n\"last\":true}}");
            assert!(before(&text).ends_with(&format!("\"list\":[\"{message}\"")), "{}", before(&text));
            assert_eq!(error(&text).line(), 2);
        }
    }

    #[test]
    fn message_keeps_its_own_position() {
        let error = error(r#"{"name":"no at line 1 column 2","last":true}"#);
        assert_eq!(error.to_string(), "no at line 1 column 2 at line 1 column 31");
        assert!(error.is_data());
    }

    #[test]
    fn position_of_parser_stays() {
        for text in [
            r#"{"last":1}"#,
            r#"{"last":{}}"#,
            r#"{"list":[1,2]}"#,
            r#"{"list":[{},2]}"#,
            r#"{"name":"no"}"#,
            r#"{"list":["no" , "b"] , "last":true}"#,
            r#"{"last":true,"last":false}"#,
            r#"{"list":["#,
            r#"{"last":true} x"#,
            "\n\n [",
            "7",
        ] {
            let (ours, theirs) =
                (error(text), serde_json::from_str::<Call>(text).expect_err("it is rejected"));
            assert_eq!(ours.to_string(), theirs.to_string(), "{text}");
        }
    }

    #[test]
    fn offset_is_place_in_text() {
        assert_eq!(offset("abc", 1, 2), Some(2));
        assert_eq!(offset("a\nbc\nd", 2, 2), Some(4));
        assert_eq!(offset("a\nbc\nd", 3, 1), Some(6));
        assert_eq!(offset("a\n", 2, 0), Some(2));
        assert_eq!(offset("a\nbc", 1, 2), None);
        assert_eq!(offset("abc", 2, 0), None);
        assert_eq!(offset("abc", 1, usize::MAX), None);
        assert_eq!(offset("abc", usize::MAX, 0), None);
    }

    #[test]
    fn whole_text_is_read() {
        assert_eq!(value("[1] ", |json| <[u8; 1]>::deserialize(json)).expect("a value"), [1]);
        assert!(value("[1] x", |json| json.deserialize_ignored_any(IgnoredAny)).is_err());
    }
}
