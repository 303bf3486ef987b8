//! Bytes to raw events: the one file that knows the parser, so that it can be replaced.
//!
//! `sse-core` parses: it is the parser that passes every conformance case, splits anywhere without quadratic
//! work and bounds its memory. This file adds what it leaves open: the reconnection time of each event, and
//! whether the input ended inside an event. The usual event that is in one piece is borrowed instead of collected.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::time::Duration;

use sse_core::{MessageEvent, SseDecoder, SseEvent};

use super::limit::DEFAULT_LIMIT;
use super::position::{Position, WireCounters};
use super::retry::Retry;
use super::whole::{WholeEvent, whole_event};
use crate::raw::RawEvent;

/// Buffers of at most this many bytes stay with the stream: an allocator usually hands them out and takes them back at
/// once.
pub(crate) const SHRINK_THRESHOLD: usize = 1024;

/// The parser's last event ID until the stream sets one. No stream can set this one: IDs with a NUL are ignored. The
/// parser itself does not tell a stream that never set an ID from one that took its ID back.
const UNSET_ID: &str = "\0";

/// A parser of event streams. It keeps at most the limit in bytes for each of data, name and id.
pub(crate) struct Decoder {
    parser: SseDecoder,
    limit: NonZeroUsize,
    retry: Retry,
    position: Position,
    lenient_end: Option<LenientEnd>,
    /// The bytes that the parser took since its buffers were last known to be small: no buffer has grown by more.
    since_shrunk: usize,
    /// An event ended with a line feed, and nothing has come since: the parser holds nothing of another one.
    is_between_events: bool,
}

/// What the decoder found in its input.
pub(crate) enum Frame<'a> {
    /// An event was dispatched.
    Event(Dispatched<'a>),
    /// An event outgrew the limit; the rest of it is skipped.
    TooLarge { limit: usize },
}

/// An event as it was found.
pub(crate) enum Dispatched<'a> {
    /// All of it is in the input.
    Borrowed(RawEvent<'a>),
    /// It holds the parser's own buffers. Decode and drop it: its strings keep the capacity of the largest event so far.
    Collected { event: MessageEvent, retry: Option<Duration> },
}

/// The end of the input ends an event too, if its last line is whole.
#[derive(Clone, Copy)]
struct LenientEnd {
    /// An event with these data may lack even its line end.
    sentinel: Option<&'static str>,
}

/// How the input ended.
pub(crate) enum Ending {
    BetweenEvents,
    /// With an event that lacks its blank line.
    Event(Dispatched<'static>),
    InsideEvent,
}

impl Dispatched<'_> {
    pub(crate) fn as_raw_event(&self) -> RawEvent<'_> {
        match self {
            Self::Borrowed(raw) => *raw,
            Self::Collected { event, retry } => {
                let mut raw = RawEvent::new(line_name(event), &event.data);
                raw.id = event_id(event.last_event_id.as_deref());
                raw.retry = *retry;
                raw
            }
        }
    }
}

impl Decoder {
    pub(crate) fn new() -> Self {
        Self::with_limit(DEFAULT_LIMIT)
    }

    fn with_limit(limit: NonZeroUsize) -> Self {
        let mut parser = SseDecoder::with_limit(limit);
        parser.reconnect_with_id(Some(UNSET_ID.into()));
        Self {
            parser,
            limit,
            retry: Retry::default(),
            position: Position::default(),
            lenient_end: None,
            since_shrunk: 0,
            is_between_events: false,
        }
    }

    /// Starts over with another limit in bytes (at least one).
    pub(crate) fn set_limit(&mut self, bytes: usize) {
        let (id, lenient_end) = (self.parser.last_event_id().cloned(), self.lenient_end);
        *self = Self::with_limit(NonZeroUsize::new(bytes).unwrap_or(NonZeroUsize::MIN));
        self.lenient_end = lenient_end;
        self.parser.reconnect_with_id(id);
    }

    /// Has the end of the input end an event, if its last line is whole or its data is the sentinel.
    pub(crate) fn set_lenient_end(&mut self, sentinel: Option<&'static str>) {
        self.lenient_end = Some(LenientEnd { sentinel });
    }

    /// Starts over with the last event ID of the connection before (`""` for none).
    pub(crate) fn set_last_event_id(&mut self, id: &str) {
        self.is_between_events = false;
        self.parser.reconnect_with_id(Some(if id.is_empty() { UNSET_ID } else { id }.into()));
    }

    pub(crate) fn last_event_id(&self) -> Option<&str> {
        self.parser.last_event_id().map(|id| &**id).filter(|&id| id != UNSET_ID)
    }

    pub(crate) fn retry(&self) -> Option<Duration> {
        self.retry.last()
    }

    pub(crate) fn counters(&self) -> WireCounters {
        self.position.counters()
    }

    /// Takes bytes off the front of `input` up to the next frame; `None` once they are used up.
    pub(crate) fn next<'a, 'i: 'a>(&'a mut self, input: &mut &'i [u8]) -> Option<Frame<'a>> {
        if self.is_between_events
            && let Some(WholeEvent { name, data, rest }) = whole_event(input)
            && name.len().max(data.len()) <= self.limit.get()
        {
            self.position.skip_event(input.len() - rest.len());
            *input = rest;
            let mut raw = RawEvent::new(name, data);
            raw.retry = self.retry.take();
            raw.id = event_id(self.parser.last_event_id().map(|id| &**id));
            return Some(Frame::Event(Dispatched::Borrowed(raw)));
        }
        self.parse(input)
    }

    /// [`next`](Self::next) by the parser alone.
    pub(super) fn parse(&mut self, input: &mut &[u8]) -> Option<Frame<'static>> {
        loop {
            let before = *input;
            let parsed = self.parser.next(input);
            let used = before.get(..before.len() - input.len()).unwrap_or_default();
            self.is_between_events &= used.is_empty();
            self.since_shrunk += used.len();
            self.position.count(used);
            match parsed {
                Some(Ok(SseEvent::Message(event))) => {
                    self.position.begin_line();
                    self.shrink();
                    // After a CR the parser still waits for a line feed.
                    self.is_between_events = used.ends_with(b"\n");
                    return Some(self.dispatched(event));
                }
                Some(Ok(SseEvent::Retry(millis))) => {
                    self.position.begin_line();
                    self.retry.set(Duration::from_millis(millis.into()));
                }
                Some(Err(sse_core::PayloadTooLargeError)) => {
                    self.position.continue_line(used);
                    self.shrink();
                    return Some(Frame::TooLarge { limit: self.limit.get() });
                }
                None => {
                    // An event without data ends in silence, and its name or ID may have been large.
                    let is_boundary = self.position.is_blank_line_at_end_of(used);
                    self.position.continue_line(used);
                    if is_boundary {
                        self.shrink();
                    }
                    return None;
                }
            }
        }
    }

    /// An event of the parser's. The parser counts bytes as they come, and each byte that is not UTF-8 becomes a character
    /// of three bytes: the limit holds for the text as well.
    fn dispatched(&mut self, event: MessageEvent) -> Frame<'static> {
        let retry = self.retry.take();
        let limit = self.limit.get();
        if event.data.len().max(line_name(&event).len()) > limit {
            return Frame::TooLarge { limit };
        }
        Frame::Event(Dispatched::Collected { event, retry })
    }

    /// Gives up the parser's buffers after large data, a large name or a large ID: it would allocate one of that capacity
    /// for the data of every event to come, which is slow, and hold them all while the stream waits.
    ///
    /// To be called where the buffers are empty.
    fn shrink(&mut self) {
        if self.since_shrunk > SHRINK_THRESHOLD {
            // A clone has the parser's state, and no more capacity than that needs.
            self.parser = self.parser.clone();
        }
        self.since_shrunk = 0;
    }

    /// At the end of the input: whether it ended inside an event, which is then lost (HTML standard, 9.2.6: an
    /// incomplete event is discarded). A comment is no part of an event.
    pub(crate) fn finish(&mut self) -> Ending {
        self.is_between_events = false;
        let open_line = self.position.open_line();
        let mut rest: &[u8] = if open_line.is_some() { b"\ndata:\n\n" } else { b"data:\n\n" };
        let in_field = open_line.is_some_and(|first| first != b':');
        // The parser does not show what it has collected, so it is given an empty event: whatever comes out
        // beyond that was there before.
        let id = self.parser.last_event_id().cloned();
        let ending = loop {
            match self.parser.next(&mut rest) {
                Some(Ok(SseEvent::Retry(_))) => {}
                Some(Ok(SseEvent::Message(mut event))) => {
                    // The line end before the empty line of data.
                    let has_data = event.data.pop().is_some();
                    if let Some(LenientEnd { sentinel }) = self.lenient_end {
                        if has_data && (!in_field || sentinel == Some(event.data.as_str())) {
                            match self.dispatched(event) {
                                Frame::Event(event) => return Ending::Event(event),
                                Frame::TooLarge { .. } => break Ending::InsideEvent,
                            }
                        } else if !in_field {
                            return Ending::BetweenEvents;
                        }
                    }
                    let inside =
                        in_field || has_data || !line_name(&event).is_empty() || event.last_event_id != id;
                    break if inside { Ending::InsideEvent } else { Ending::BetweenEvents };
                }
                Some(Err(_)) => break Ending::InsideEvent,
                // Nothing comes out of an event that outgrew the limit: it is being skipped, and was reported.
                None => break Ending::BetweenEvents,
            }
        };
        // The id of an event that never came must not be what a client reconnects with.
        self.parser.reconnect_with_id(id);
        ending
    }
}

/// What the parser says of an event's ID. It says `None` for one that was taken back.
fn event_id(id: Option<&str>) -> Option<&str> {
    match id {
        Some(UNSET_ID) => None,
        id => Some(id.unwrap_or_default()),
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
        matches!(decoder.finish(), Ending::InsideEvent)
    }

    #[test]
    fn input_that_ends_between_events_is_not_truncated() {
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
            "\u{feff}",
            "\u{feff}\n",
            "\u{feff}: comment",
        ] {
            assert!(!cut(input), "{input:?}");
        }
    }

    #[test]
    fn event_without_blank_line_is_truncated() {
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
            "\u{feff}d",
            "\u{feff}data: x\n",
            // Not at the start of the stream: the beginning of a field's name.
            "\n\u{feff}",
            "\u{feff}\u{feff}: comment",
        ] {
            assert!(cut(input), "{input:?}");
        }
    }

    #[test]
    fn truncated_event_over_limit_is_reported_once() {
        let data = "x".repeat(100);
        for cut_in_it in ["", "\n", "\n: comment", "\ndata: more", "\nretry: 1"] {
            assert!(!cut(&format!("data: {data}{cut_in_it}")), "{cut_in_it:?}");
        }
        assert!(cut(&format!("data: {data}\n\ndata: y\n")));
    }

    #[test]
    fn large_event_leaves_no_large_buffer() {
        let input =
            format!("data: {}\n\n{}", "x".repeat(100 * SHRINK_THRESHOLD), "id: 7\ndata: small\n\n".repeat(3));
        let (mut rest, mut decoder) = (input.as_bytes(), Decoder::new());
        let mut capacities = Vec::new();
        while let Some(Frame::Event(Dispatched::Collected { event, .. })) = decoder.parse(&mut rest) {
            capacities.push(event.data.capacity());
        }
        assert!(
            matches!(capacities[..], [_, a, b, c] if a.max(b).max(c) <= SHRINK_THRESHOLD),
            "{capacities:?}"
        );
        assert_eq!(decoder.last_event_id(), Some("7"));
    }

    /// Every byte becomes a character of three bytes.
    #[test]
    fn limit_counts_replaced_bytes() {
        let mut decoder = Decoder::with_limit(NonZeroUsize::new(100).expect("not zero"));
        let broken = [0xff; 34];
        for field in ["data: x\nevent: ", "data: "] {
            let fits = [field.as_bytes(), &broken[..33], b"\n\n"].concat();
            assert!(matches!(decoder.next(&mut &*fits), Some(Frame::Event(_))), "{field}");
            let outgrows = [field.as_bytes(), &broken, b"\n\n"].concat();
            assert!(matches!(decoder.next(&mut &*outgrows), Some(Frame::TooLarge { limit: 100 })), "{field}");
        }
    }

    #[test]
    fn missing_line_differs_from_line_message() {
        let mut decoder = Decoder::new();
        let mut input: &[u8] = b"data: a\n\nevent: message\ndata: b\n\nevent: x\nevent:\ndata: c\n\n";
        let mut names = Vec::new();
        while let Some(Frame::Event(event)) = decoder.next(&mut input) {
            names.push(event.as_raw_event().event.to_owned());
        }
        assert_eq!(names, ["", "message", ""]);
    }

    #[test]
    fn reset_id_differs_from_id_never_set() {
        let ids = |input: &str| {
            let (mut decoder, mut rest, mut ids) = (Decoder::new(), input.as_bytes(), Vec::new());
            while let Some(Frame::Event(event)) = decoder.next(&mut rest) {
                ids.push(event.as_raw_event().id.map(str::to_owned));
            }
            ids
        };
        let id = |id: &str| Some(id.to_owned());
        assert_eq!(
            ids("data: a\n\nid: 7\ndata: b\n\ndata: c\n\nid\ndata: d\n\ndata: e\n\nid: 8\ndata: f\n\n"),
            [None, id("7"), id("7"), id(""), id(""), id("8")]
        );
        assert_eq!(ids("id:\ndata: a\n\n"), [id("")]);
        assert_eq!(ids("id: \0\ndata: a\n\n"), [None]);
        assert_eq!(ids("id\n\ndata: a\n\n"), [id("")], "alone in a block");
    }

    #[test]
    fn reconnection_time_belongs_to_next_event() {
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
