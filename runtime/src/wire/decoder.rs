//! Bytes to raw events: the one file that knows the parser, so that it can be replaced.
//!
//! `sse-core` parses: it is the parser that passes every conformance case, splits anywhere without quadratic
//! work and bounds its memory. This file adds what it leaves open: the reconnection time of each event, and
//! whether the input ended inside an event.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::time::Duration;

use sse_core::{MessageEvent, SseDecoder, SseEvent};

use super::retry::Retry;
use crate::raw::RawEvent;

/// Most bytes of an event's data, name or id before the event is given up: large enough for a
/// `response.completed` with images in it, small enough for a hostile server.
const DEFAULT_LIMIT: NonZeroUsize = NonZeroUsize::new(16 * 1024 * 1024).expect("16 MiB is not zero");

/// Most bytes that an allocator usually hands out and takes back at once.
const CHEAP: usize = 1024;

/// A parser of event streams. It keeps at most the limit in bytes for each of data, name and id.
pub(crate) struct Decoder {
    parser: SseDecoder,
    limit: NonZeroUsize,
    retry: Retry,
    /// The first byte of the line that the input so far ends in, `None` at the start of a line.
    open_line: Option<u8>,
}

/// What the decoder found in its input.
pub(crate) enum Frame {
    /// An event was dispatched.
    Event(Dispatched),
    /// An event outgrew the limit; the rest of it is skipped.
    TooLarge { limit: usize },
}

/// An event that holds the parser's own buffers. Decode and drop it: its strings keep the capacity of the
/// largest event so far.
pub(crate) struct Dispatched {
    event: MessageEvent,
    retry: Option<Duration>,
}

impl Dispatched {
    pub(crate) fn as_raw_event(&self) -> RawEvent<'_> {
        let mut raw = RawEvent::new(line_name(&self.event), &self.event.data);
        raw.id = self.event.last_event_id.as_deref();
        raw.retry = self.retry;
        raw
    }
}

impl Decoder {
    pub(crate) fn new() -> Self {
        Self::with_limit(DEFAULT_LIMIT)
    }

    fn with_limit(limit: NonZeroUsize) -> Self {
        Self { parser: SseDecoder::with_limit(limit), limit, retry: Retry::default(), open_line: None }
    }

    /// Starts over with another limit in bytes (at least one).
    pub(crate) fn set_limit(&mut self, bytes: usize) {
        let id = self.parser.last_event_id().cloned();
        *self = Self::with_limit(NonZeroUsize::new(bytes).unwrap_or(NonZeroUsize::MIN));
        self.parser.reconnect_with_id(id);
    }

    /// Starts over with the last event ID of the connection before (`""` for none).
    pub(crate) fn set_last_event_id(&mut self, id: &str) {
        self.parser.reconnect_with_id((!id.is_empty()).then(|| id.into()));
    }

    pub(crate) fn last_event_id(&self) -> Option<&str> {
        self.parser.last_event_id().map(|id| &**id)
    }

    pub(crate) fn retry(&self) -> Option<Duration> {
        self.retry.last()
    }

    /// Takes bytes off the front of `input` up to the next frame; `None` once they are used up.
    pub(crate) fn next(&mut self, input: &mut &[u8]) -> Option<Frame> {
        loop {
            let line = *input;
            match self.parser.next(input) {
                Some(Ok(SseEvent::Message(event))) => {
                    self.open_line = None;
                    self.shrink_after(&event.data);
                    return Some(Frame::Event(Dispatched { event, retry: self.retry.take() }));
                }
                Some(Ok(SseEvent::Retry(millis))) => {
                    self.open_line = None;
                    self.retry.set(Duration::from_millis(millis.into()));
                }
                Some(Err(sse_core::PayloadTooLargeError)) => {
                    self.open_line = open_line(self.open_line, &line[..line.len() - input.len()]);
                    return Some(Frame::TooLarge { limit: self.limit.get() });
                }
                None => {
                    self.open_line = open_line(self.open_line, line);
                    return None;
                }
            }
        }
    }

    /// Gives up the parser's buffer after a large event: it would allocate one of that capacity for every event to
    /// come, which is slow, and hold it while the stream waits.
    fn shrink_after(&mut self, data: &String) {
        if data.capacity() > CHEAP {
            // A clone has the parser's state, and no more capacity than that needs.
            self.parser = self.parser.clone();
        }
    }

    /// At the end of the input: whether it ended inside an event, which is then lost (HTML standard, 9.2.6: an
    /// incomplete event is discarded). A comment is no part of an event.
    pub(crate) fn ends_inside_event(&mut self) -> bool {
        let mut rest: &[u8] = if self.open_line.is_some() { b"\ndata:\n\n" } else { b"data:\n\n" };
        let in_field = self.open_line.is_some_and(|first| first != b':');
        // The parser does not show what it has collected, so it is given an empty event: whatever comes out
        // beyond that was there before.
        let id = self.parser.last_event_id().cloned();
        let inside = loop {
            match self.parser.next(&mut rest) {
                Some(Ok(SseEvent::Retry(_))) => {}
                Some(Ok(SseEvent::Message(event))) => {
                    break in_field
                        || !line_name(&event).is_empty()
                        || !event.data.is_empty()
                        || event.last_event_id != id;
                }
                Some(Err(_)) => break true,
                // Nothing comes out of an event that outgrew the limit: it is being skipped, and was reported.
                None => break false,
            }
        };
        // The id of an event that never came must not be what a client reconnects with.
        self.parser.reconnect_with_id(id);
        inside
    }
}

/// The name that the `event:` line gave, `""` without one: the parser lends its own `"message"` for it, and a proxy must
/// not send on a line that it was not sent.
fn line_name(event: &MessageEvent) -> &str {
    match &event.event {
        Cow::Borrowed(_) => "",
        Cow::Owned(name) => name,
    }
}

/// The first byte of the line that `input` ends in, after a line that began with `before`.
fn open_line(before: Option<u8>, input: &[u8]) -> Option<u8> {
    match memchr::memrchr2(b'\n', b'\r', input) {
        Some(end) => input.get(end + 1).copied(),
        None => before.or(input.first().copied()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the input, in one piece and byte by byte, ends inside an event.
    #[track_caller]
    fn cut(input: &str) -> bool {
        let whole = ends_inside([input.as_bytes()]);
        assert_eq!(whole, ends_inside(input.as_bytes().chunks(1)), "in one piece and in bytes: {input:?}");
        whole
    }

    fn ends_inside<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> bool {
        let mut decoder = Decoder::with_limit(NonZeroUsize::new(64).expect("not zero"));
        for mut chunk in chunks {
            while decoder.next(&mut chunk).is_some() {}
        }
        decoder.ends_inside_event()
    }

    #[test]
    fn a_clean_end_is_no_cut() {
        for input in [
            "",
            "\n",
            "data: x\n\n",
            "data: x\r\n\r\n",
            "data: x\r\r",
            ": comment",
            "data: x\n\n: comment\n",
            "data: x\n\n\n\n",
            "retry: 100\n",
            "event: x\n\n",
            "id: 1\n\n",
            "\u{feff}data: x\n\n",
        ] {
            assert!(!cut(input), "{input:?}");
        }
    }

    #[test]
    fn an_event_without_its_blank_line_is_cut() {
        for input in [
            "d",
            "data",
            "data:",
            "data: x",
            "data: x\n",
            "data\n",
            "data: x\r\n",
            "data: x\r",
            "event: x\n",
            "event: message\n",
            "id: 1\n",
            "data: x\n\nev",
            "data: x\n: comment",
            "retry: 10",
            "data: x\n\ndata: y\r\n",
        ] {
            assert!(cut(input), "{input:?}");
        }
    }

    #[test]
    fn an_oversized_event_was_reported_already() {
        let data = "x".repeat(100);
        for cut_in_it in ["", "\n", "\n: comment", "\ndata: more", "\nretry: 1"] {
            assert!(!cut(&format!("data: {data}{cut_in_it}")), "{cut_in_it:?}");
        }
        assert!(cut(&format!("data: {data}\n\ndata: y\n")));
    }

    #[test]
    fn a_large_event_leaves_no_large_buffer_behind() {
        let input = format!("data: {}\n\n{}", "x".repeat(100 * CHEAP), "id: 7\ndata: small\n\n".repeat(3));
        let (mut rest, mut decoder) = (input.as_bytes(), Decoder::new());
        let mut capacities = Vec::new();
        while let Some(Frame::Event(Dispatched { event, .. })) = decoder.next(&mut rest) {
            capacities.push(event.data.capacity());
        }
        assert!(matches!(capacities[..], [_, a, b, c] if a.max(b).max(c) <= CHEAP), "{capacities:?}");
        assert_eq!(decoder.last_event_id(), Some("7"));
    }

    #[test]
    fn an_event_without_a_line_is_told_from_one_whose_line_says_message() {
        let mut decoder = Decoder::new();
        let mut input: &[u8] = b"data: a\n\nevent: message\ndata: b\n\nevent: x\nevent:\ndata: c\n\n";
        let mut names = Vec::new();
        while let Some(Frame::Event(event)) = decoder.next(&mut input) {
            names.push(event.as_raw_event().event.to_owned());
        }
        assert_eq!(names, ["", "message", ""]);
    }

    #[test]
    fn a_reconnection_time_belongs_to_the_next_event() {
        let mut decoder = Decoder::new();
        let mut input: &[u8] = b"retry: 10\n\nretry: 20\ndata: a\n\ndata: b\n\n";
        let mut times = Vec::new();
        while let Some(Frame::Event(event)) = decoder.next(&mut input) {
            times.push(event.as_raw_event().retry);
        }
        assert_eq!(times, [Some(Duration::from_millis(20)), None]);
        assert_eq!(decoder.retry(), Some(Duration::from_millis(20)));
    }
}
