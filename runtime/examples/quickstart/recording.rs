//! An event stream that was recorded to a file, with what recorders do to it.

use std::convert::Infallible;
use std::ffi::OsStr;
use std::path::PathBuf;

use futures_util::{Stream, stream};
use sse_event::StreamError;

const CHUNK: usize = 1024;

#[derive(Debug)]
pub(crate) struct Recording {
    path: PathBuf,
    bytes: Vec<u8>,
    last_line: LastLine,
}

/// How a recording ends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum LastLine {
    /// Outside an event.
    Blank,
    /// Inside an event, after a whole line: recorders trim the blank line that ends the last event.
    Whole,
    /// In the middle of a line.
    Cut,
}

impl Recording {
    /// Reads the file; the error says in one line why it cannot be shown.
    pub(crate) fn open(file: &OsStr) -> Result<Self, String> {
        let path = PathBuf::from(file);
        match std::fs::read(&path) {
            Ok(bytes) => Self::new(path, bytes),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    fn new(path: PathBuf, bytes: Vec<u8>) -> Result<Self, String> {
        match last_line(&bytes) {
            Ok(last_line) => Ok(Self { path, bytes, last_line }),
            Err(why) => Err(format!("{}: {why}", path.display())),
        }
    }

    /// What has to be supplied to the recording.
    pub(crate) fn note(&self) -> Option<&'static str> {
        (self.last_line == LastLine::Whole).then_some(
            "the recording lacks the blank line that ends its last event; it is supplied (a live stream would be \
             truncated)",
        )
    }

    pub(crate) fn chunks(&self) -> impl Stream<Item = Result<&[u8], Infallible>> {
        stream::iter(self.bytes.chunks(CHUNK).map(Ok))
    }

    /// What follows the bytes of the file: the blank line, if it lacks.
    pub(crate) fn supplement(&self) -> impl Stream<Item = Result<&[u8], Infallible>> {
        // Two line feeds, as the first may be the second half of a CR LF.
        stream::iter((self.last_line == LastLine::Whole).then_some(Ok(&b"\n\n"[..])))
    }

    /// The error that ended the stream, as the recording explains it.
    pub(crate) fn explain(&self, error: &StreamError<Infallible>) -> String {
        let why = match self.last_line {
            LastLine::Cut => "the recording ends in the middle of a line",
            LastLine::Whole | LastLine::Blank => "the recording has no event that ends the stream",
        };
        format!("{}: {error}: {why}", self.path.display())
    }
}

/// How the recording ends, or why it is none.
fn last_line(bytes: &[u8]) -> Result<LastLine, &'static str> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_start_matches('\u{feff}');
    let is_field = |line: &str| matches!(line.split_once(':'), Some(("event" | "data" | "id" | "retry", _)));
    if text.is_empty() {
        return Err("the file is empty");
    }
    if !text.lines().any(is_field) {
        return Err("not a recorded event stream: no line begins with `event:` or `data:`");
    }
    if !text.ends_with('\n') {
        return Ok(LastLine::Cut);
    }
    if !text.contains("\n\n") {
        return Err(
            "the recording has no blank lines, and an event ends at a blank line: it holds lines, not events",
        );
    }
    let inside_event = text.rsplit("\n\n").next().is_some_and(|block| block.lines().any(is_field));
    Ok(if inside_event { LastLine::Whole } else { LastLine::Blank })
}

#[cfg(test)]
mod tests {
    use futures_util::StreamExt as _;
    use sse_event::ByteStreamExt as _;

    use super::*;

    #[tokio::test]
    async fn a_trimmed_blank_line_is_supplied_and_a_cut_line_is_not() {
        for (end, events, note) in
            [("\r\n\r\n", 2, false), ("\r\n", 2, true), ("\r", 2, true), ("", 1, false)]
        {
            let bytes = format!("data: 1\r\n\r\ndata: 2{end}").into_bytes();
            let recording = Recording::new("a.sse".into(), bytes).expect("a recording");
            let items = recording.chunks().chain(recording.supplement()).raw_events();
            let read = items.filter(|item| std::future::ready(item.is_ok())).count().await;
            assert_eq!((read, recording.note().is_some()), (events, note), "{end:?}");
        }
    }

    #[test]
    fn a_truncation_is_explained() {
        let recording = Recording::new("a.sse".into(), b"data: 1\n\ndata".to_vec()).expect("a recording");
        let text = recording.explain(&StreamError::Truncated);
        assert!(text.starts_with("a.sse: ") && text.ends_with("ends in the middle of a line"), "{text}");
    }

    #[test]
    fn says_how_a_recording_ends() {
        for (text, expected) in [
            ("data: 1\n\n", LastLine::Blank),
            ("data: 1\r\n\r\n", LastLine::Blank),
            ("data: 1\r\r", LastLine::Blank),
            ("data: 1\n\n\n", LastLine::Blank),
            ("data: 1\n\n: keep-alive\n", LastLine::Blank),
            ("data: 1\n\ndata: 2\n", LastLine::Whole),
            ("data: 1\r\n\r\ndata: 2\r\n", LastLine::Whole),
            ("data: 1\r\rdata: 2\r", LastLine::Whole),
            ("\u{feff}data: 1\n\ndata: 2", LastLine::Cut),
            ("data: 1", LastLine::Cut),
        ] {
            assert_eq!(last_line(text.as_bytes()), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn says_why_a_file_is_no_recording() {
        for (text, expected) in [
            (&b""[..], "empty"),
            (b"{\n  \"event\": \"done\",\n  \"data\": 1\n}\n", "not a recorded event stream"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a recorded event stream"),
            (b"event: a\ndata: 1\nevent: b\ndata: 2\n", "no blank lines"),
        ] {
            let why = last_line(text).expect_err("no recording");
            assert!(why.contains(expected), "{why}");
        }
    }
}
