//! Repairs recordings so that they can be read, with notes about the repairs.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::recording::{Fault, Recording, field};

/// The event stream in a file, with missing parts added.
#[derive(Debug)]
pub struct Repaired {
    pub recording: Recording,
    /// The file is a single event without a blank line: it was taken from a stream, so the end of the stream is
    /// missing.
    pub is_excerpt: bool,
    pub notes: Vec<String>,
}

/// The reason why a file does not contain an event stream.
#[derive(Debug, PartialEq)]
pub enum NoStream {
    /// The server returned a JSON object with an error.
    JsonError,
    Fault(Fault),
}

/// Adds what recorders trim: the end of the last line, and blank lines.
///
/// Nothing is added that could hide a cut: an event that was cut off is still decoded, and is malformed.
pub fn repair(mut bytes: Vec<u8>) -> Result<Repaired, NoStream> {
    let mut notes = Vec::new();
    if bytes.last().is_some_and(|last| !b"\r\n".contains(last)) {
        bytes.push(b'\n');
        notes.push("last line end supplied".to_owned());
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (recording, is_excerpt) = match Recording::new(bytes) {
        Err(Fault::Lines) => {
            notes.push("no blank lines, supplied".to_owned());
            (Recording::new(parted(&text).into()), false)
        }
        recording => (recording, text.lines().all(|line| !line.is_empty())),
    };
    match recording {
        Ok(recording) => {
            notes.extend(recording.note().map(|_| "last blank line supplied".to_owned()));
            notes.extend(foreign_lines(&text));
            Ok(Repaired { recording, is_excerpt, notes })
        }
        Err(Fault::NoFields) if is_json_error(&text) => Err(NoStream::JsonError),
        Err(fault) => Err(NoStream::Fault(fault)),
    }
}

/// Adds a blank line before each line whose field is already in the current event: it begins the next event.
fn parted(text: &str) -> String {
    let mut parted = String::new();
    let mut seen = Vec::new();
    for line in text.lines() {
        if let Some(field) = field(line) {
            if seen.contains(&field) {
                parted.push('\n');
                seen.clear();
            }
            seen.push(field);
        }
        parted.extend([line, "\n"]);
    }
    parted
}

/// Counts the lines that a parser ignores because they are neither fields nor comments.
fn foreign_lines(text: &str) -> Option<String> {
    let known = |line: &str| line.is_empty() || line.starts_with(':') || field(line).is_some();
    match text.trim_start_matches('\u{feff}').lines().filter(|line| !known(line)).count() {
        0 => None,
        count => Some(format!("{count} lines are not fields")),
    }
}

fn is_json_error(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Body {
        #[serde(rename = "error")]
        _error: IgnoredAny,
    }
    serde_json::from_str::<Body>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> Repaired {
        repair(text.into()).expect("a recording")
    }

    #[test]
    fn a_field_that_repeats_begins_the_next_event() {
        for (lines, expected) in [
            ("data: 1\ndata: 2\n", "data: 1\n\ndata: 2\n"),
            ("event: a\ndata: 1\nevent: b\ndata: 2\n", "event: a\ndata: 1\n\nevent: b\ndata: 2\n"),
            ("data: 1\nid: 1\n: hi\ndata: 2\nid: 2\n", "data: 1\nid: 1\n: hi\n\ndata: 2\nid: 2\n"),
        ] {
            let repaired = repaired(lines);
            assert_eq!(String::from_utf8_lossy(repaired.recording.bytes()), expected);
            assert_eq!(repaired.notes, ["no blank lines, supplied", "last blank line supplied"]);
            assert!(!repaired.is_excerpt);
        }
    }

    #[test]
    fn complete_recording_is_unchanged() {
        let text = "\u{feff}: hi\r\nevent: a\r\ndata: 1\r\ndata: 2\r\n\r\n";
        let repaired = repaired(text);
        assert_eq!(repaired.recording.bytes(), text.as_bytes());
        assert!(repaired.notes.is_empty() && repaired.recording.supplement().is_empty());
    }

    #[test]
    fn a_trimmed_end_is_supplied() {
        let cut = repaired("data: 1\n\ndata: 2");
        assert_eq!(cut.notes, ["last line end supplied", "last blank line supplied"]);
        assert!(!cut.is_excerpt);
        assert!(repaired("data: 1\nid: 2").is_excerpt);
    }

    #[test]
    fn lines_that_are_not_fields_are_counted() {
        assert_eq!(repaired("# one\ndata: 1\n\n{\n}\n").notes, ["3 lines are not fields"]);
    }

    #[test]
    fn file_without_events_reports_why() {
        for (text, expected) in [
            ("", NoStream::Fault(Fault::Empty)),
            ("{\n  \"error\": {\"code\": 400}\n}\n", NoStream::JsonError),
            ("{\n  \"result\": 1\n}\n", NoStream::Fault(Fault::NoFields)),
        ] {
            assert_eq!(repair(text.into()).expect_err("no recording"), expected);
        }
    }
}
