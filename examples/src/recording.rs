//! An event stream that was recorded to a file, with the changes that recorders make.

use std::fmt;

#[derive(Debug)]
pub struct Recording {
    bytes: Vec<u8>,
    last_line: LastLine,
}

/// The end of a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
enum LastLine {
    /// Outside an event.
    Blank,
    /// Inside an event, after a complete line: recorders trim the blank line that ends the last event.
    Whole,
    /// In the middle of a line.
    Cut,
}

/// The reason why a file is not a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    Empty,
    /// No line is a field of an event.
    NoFields,
    /// Events without the blank lines that end them.
    Lines,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the file is empty",
            Self::NoFields => "not a recorded event stream: no line begins with `event:` or `data:`",
            Self::Lines => {
                "the recording has no blank lines, and an event ends at a blank line: it holds lines, not events"
            }
        })
    }
}

impl Recording {
    pub fn new(bytes: Vec<u8>) -> Result<Self, Fault> {
        let last_line = last_line(&bytes)?;
        Ok(Self { bytes, last_line })
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes to append: the blank line, if it is missing.
    pub fn supplement(&self) -> &'static [u8] {
        // Two line feeds, because the first may complete a CR LF.
        if self.last_line == LastLine::Whole { b"\n\n" } else { b"" }
    }

    /// The note about the supplement.
    pub fn note(&self) -> Option<&'static str> {
        (self.last_line == LastLine::Whole).then_some(
            "the blank line that ends the last event is missing from the recording and was added (a live stream would be \
             truncated)",
        )
    }

    /// The cause of a truncation.
    pub fn why_truncated(&self) -> &'static str {
        match self.last_line {
            LastLine::Cut => "the recording ends in the middle of a line",
            LastLine::Whole | LastLine::Blank => "the recording has no event that ends the stream",
        }
    }
}

/// The field in a line, if it is a field of an event.
pub fn field(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    matches!(name, "event" | "data" | "id" | "retry").then_some(name)
}

/// The end of the recording, or the reason why the text is not one.
fn last_line(bytes: &[u8]) -> Result<LastLine, Fault> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_start_matches('\u{feff}');
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    let mut fields: Vec<&str> = text.lines().filter_map(field).collect();
    if fields.is_empty() {
        return Err(Fault::NoFields);
    }
    if !text.ends_with('\n') {
        return Ok(LastLine::Cut);
    }
    if !text.contains("\n\n") {
        // If no field repeats, this may be a single event whose blank line was trimmed.
        let all = fields.len();
        fields.sort_unstable();
        fields.dedup();
        return if fields.len() == all { Ok(LastLine::Whole) } else { Err(Fault::Lines) };
    }
    let inside_event =
        text.rsplit("\n\n").next().is_some_and(|block| block.lines().any(|line| field(line).is_some()));
    Ok(if inside_event { LastLine::Whole } else { LastLine::Blank })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use sse_event::BufReadExt as _;

    use super::*;

    #[test]
    fn a_trimmed_blank_line_is_supplied_and_a_cut_line_is_not() {
        for (end, events, note) in
            [("\r\n\r\n", 2, false), ("\r\n", 2, true), ("\r", 2, true), ("", 1, false)]
        {
            let bytes = format!("data: 1\r\n\r\ndata: 2{end}").into_bytes();
            let recording = Recording::new(bytes).expect("a recording");
            let input = recording.bytes().chain(recording.supplement());
            let read = input.raw_events().flatten().count();
            assert_eq!((read, recording.note().is_some()), (events, note), "{end:?}");
        }
    }

    #[test]
    fn a_truncation_is_explained() {
        for (end, why) in [("data", "in the middle of a line"), ("", "no event that ends the stream")] {
            let recording = Recording::new(format!("data: 1\n\n{end}").into_bytes()).expect("a recording");
            assert!(recording.why_truncated().contains(why), "{end}");
        }
    }

    #[test]
    fn finds_the_end_of_a_recording() {
        for (text, expected) in [
            ("data: 1\n\n", LastLine::Blank),
            ("data: 1\r\n\r\n", LastLine::Blank),
            ("data: 1\r\r", LastLine::Blank),
            ("data: 1\n\n\n", LastLine::Blank),
            ("data: 1\n\n: keep-alive\n", LastLine::Blank),
            ("data: 1\n\ndata: 2\n", LastLine::Whole),
            ("data: 1\r\n\r\ndata: 2\r\n", LastLine::Whole),
            ("data: 1\r\rdata: 2\r", LastLine::Whole),
            ("event: a\ndata: 1\nid: 2\n", LastLine::Whole),
            ("\u{feff}data: 1\n\ndata: 2", LastLine::Cut),
            ("data: 1", LastLine::Cut),
        ] {
            assert_eq!(last_line(text.as_bytes()), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn reports_why_a_file_is_not_a_recording() {
        for (text, expected, words) in [
            (&b""[..], Fault::Empty, "empty"),
            (
                b"{\n  \"event\": \"done\",\n  \"data\": 1\n}\n",
                Fault::NoFields,
                "not a recorded event stream",
            ),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Fault::NoFields, "not a recorded event stream"),
            (b"event: a\ndata: 1\nevent: b\ndata: 2\n", Fault::Lines, "no blank lines"),
        ] {
            let fault = last_line(text).expect_err("no recording");
            assert_eq!(fault, expected);
            assert!(fault.to_string().contains(words), "{fault}");
        }
    }
}
