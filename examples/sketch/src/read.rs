//! Recorded streams, read from files.

use std::fmt;
use std::io::Read as _;

use sse_event::{BufReadExt as _, RawEventBuf};
use sse_event_examples::repair::{NoStream, repair};

use crate::json::Json;

/// The events of one recording.
#[derive(Debug)]
pub struct Stream {
    pub events: Vec<Event>,
    /// It ends where the server ended it, as far as the file shows: between two events, and it has more than one.
    pub is_whole: bool,
    /// What was supplied or left out.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Event {
    /// What the `event:` line says, if it names an event: no line, and the line `message`, are empty.
    pub line: String,
    pub data: String,
    /// The data, if it is JSON.
    pub json: Option<Json>,
}

/// Why a file holds no stream.
#[derive(Debug, PartialEq)]
pub struct NotAStream(pub String);

impl fmt::Display for NotAStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotAStream {}

impl Stream {
    pub fn new(bytes: Vec<u8>) -> Result<Self, NotAStream> {
        let repaired = repair(bytes).map_err(|why| match why {
            NoStream::JsonError => {
                NotAStream("the server answered with a JSON error, not with events".into())
            }
            NoStream::Fault(fault) => NotAStream(fault.to_string()),
        })?;
        let recording = &repaired.recording;
        let input = recording.bytes().chain(recording.supplement());
        let mut events: Vec<Event> = input.raw_events().flatten().map(Event::from).collect();
        let mut notes = repaired.notes;
        // A recording that stops in the middle of an event says nothing about that event's payload.
        let is_cut = events.last().is_some_and(Event::is_cut);
        if is_cut {
            events.pop();
            notes.push("its last event is cut, and left out".to_owned());
        }
        if events.is_empty() {
            return Err(NotAStream("the recording has no whole event".into()));
        }
        let is_whole = !is_cut && !repaired.is_excerpt && events.len() > 1;
        Ok(Self { events, is_whole, notes })
    }
}

impl Event {
    /// Whether this is JSON that stops too early.
    fn is_cut(&self) -> bool {
        self.json.is_none()
            && self.data.starts_with(['{', '['])
            && serde_json::from_str::<serde::de::IgnoredAny>(&self.data).is_err_and(|error| error.is_eof())
    }
}

impl From<RawEventBuf> for Event {
    fn from(raw: RawEventBuf) -> Self {
        let line = if raw.event == "message" { String::new() } else { raw.event };
        Self { line, json: Json::parse(&raw.data), data: raw.data }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(text: &str) -> Stream {
        Stream::new(text.into()).expect("a stream")
    }

    #[test]
    fn the_line_message_names_nothing() {
        let stream = stream("event: message\ndata: 1\n\nevent: a\ndata: b\n\n");
        let read: Vec<_> = stream.events.iter().map(|event| (&*event.line, &*event.data)).collect();
        assert_eq!(read, [("", "1"), ("a", "b")]);
        assert_eq!((&stream.events[0].json, &stream.events[1].json), (&Some(Json::Integer(1)), &None));
        assert!(stream.is_whole);
    }

    #[test]
    fn a_cut_event_is_left_out() {
        let stream = stream("data: {\"a\":1}\n\ndata: {\"a\":\n");
        assert_eq!((stream.events.len(), stream.is_whole), (1, false));
        assert!(stream.notes.iter().any(|note| note.contains("cut")), "{:?}", stream.notes);
        // Text that begins like an array.
        assert_eq!(self::stream("data: 1\n\ndata: [DONE]\n\n").events.len(), 2);
    }

    #[test]
    fn file_without_events_reports_why() {
        for (text, why) in [
            ("", "empty"),
            ("{\"error\":{\"code\":400}}\n", "JSON error"),
            ("data: {\"a\":\n\n", "no whole event"),
        ] {
            let error = Stream::new(text.into()).expect_err("no stream");
            assert!(error.to_string().contains(why), "{error}");
        }
    }
}
