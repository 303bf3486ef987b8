//! Bytes to raw events. This is the only file that uses the parser, so that the parser can be replaced.
//!
//! `sse-core` parses: it passes every conformance case, needs no quadratic work however the input is split, and
//! bounds its memory. This file adds the reconnection time of each event, and whether the input ended inside an
//! event. An event of the usual form that is complete in its chunk is borrowed, not collected.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::time::Duration;

use sse_core::{MessageEvent, SseDecoder, SseEvent};

use super::limit::DEFAULT_LIMIT;
use super::position::{Position, WireCounters};
use super::retry::Retry;
use super::whole::{WholeEvent, whole_event};
use crate::raw::RawEvent;

/// Buffers of at most this many bytes stay with the stream: replacing them would save little memory.
pub(crate) const SHRINK_THRESHOLD: usize = 1024;

/// The parser's last event ID until the stream sets one. A stream cannot set this one, because IDs with a NUL are
/// ignored. The parser itself does not distinguish a stream that never set an ID from a stream that reset its ID.
const UNSET_ID: &str = "\0";

/// A parser of event streams. It keeps at most `limit` bytes for each of data, name and ID.
pub(crate) struct Decoder {
    parser: SseDecoder,
    limit: NonZeroUsize,
    retry: Retry,
    position: Position,
    lenient_end: Option<LenientEnd>,
    /// The bytes that the parser read since its buffers were last known to be small: no buffer has grown by more.
    since_shrunk: usize,
    /// An event ended with a line feed, and no input has followed: the parser holds no part of another event.
    is_between_events: bool,
}

/// The result of decoding a part of the input.
pub(crate) enum Frame<'a> {
    /// An event was dispatched.
    Event(Dispatched<'a>),
    /// An event exceeded the limit; the rest of it is skipped.
    TooLarge { limit: usize },
}

/// A dispatched event, borrowed or collected.
pub(crate) enum Dispatched<'a> {
    /// The whole event is in the input.
    Borrowed(RawEvent<'a>),
    /// The parser's own buffers hold the event. Decode and drop it: its strings keep the capacity of the largest
    /// event so far.
    Collected { event: MessageEvent, retry: Option<Duration> },
}

/// Accepts an event at the end of the input without its blank line, if its last line is complete.
#[derive(Clone, Copy)]
struct LenientEnd {
    /// An event with this data may also lack the end of its last line.
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

    /// Accepts an event at the end of the input without its blank line, if its last line is complete or its data is
    /// the sentinel.
    pub(crate) fn set_lenient_end(&mut self, sentinel: Option<&'static str>) {
        self.lenient_end = Some(LenientEnd { sentinel });
    }

    /// Starts over with the last event ID of the previous connection (`""` for none).
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

    /// Consumes `input` up to the end of the next frame. Returns `None` after all of `input` is consumed.
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

    /// The same as [`next`](Self::next), without borrowing events from the input.
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
                    // After a CR the parser may still get a line feed.
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
                    // An event without data is not dispatched, but its name or ID may have been large.
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

    /// A collected event. The parser counts the bytes of the input, but each byte that is not UTF-8 becomes a
    /// character of three bytes: the limit also holds for the text.
    fn dispatched(&mut self, event: MessageEvent) -> Frame<'static> {
        let retry = self.retry.take();
        let limit = self.limit.get();
        if event.data.len().max(line_name(&event).len()) > limit {
            return Frame::TooLarge { limit };
        }
        Frame::Event(Dispatched::Collected { event, retry })
    }

    /// Frees the parser's buffers after large data, a large name or a large ID. Otherwise the parser would allocate a
    /// buffer of that capacity for the data of every later event, which is slow, and would hold the buffers while the
    /// stream waits.
    ///
    /// Call this only while the buffers are empty.
    fn shrink(&mut self) {
        if self.since_shrunk > SHRINK_THRESHOLD {
            // A clone has the parser's state, but no spare capacity.
            self.parser = self.parser.clone();
        }
        self.since_shrunk = 0;
    }

    /// Ends the input and returns whether it ended inside an event. Such an event is discarded (HTML standard,
    /// 9.2.6). A comment is not a part of an event.
    pub(crate) fn finish(&mut self) -> Ending {
        self.is_between_events = false;
        let open_line = self.position.open_line();
        let mut rest: &[u8] = if open_line.is_some() { b"\ndata:\n\n" } else { b"data:\n\n" };
        let in_field = open_line.is_some_and(|first| first != b':');
        // The parser does not expose a partial event, so it gets the lines of an empty event: anything that it
        // dispatches beyond that was there before.
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
                // An event over the limit is not dispatched: it was reported, and its rest is skipped.
                None => break Ending::BetweenEvents,
            }
        };
        // A client must not reconnect with the ID of an event that was never dispatched.
        self.parser.reconnect_with_id(id);
        ending
    }
}

/// The ID of an event. The parser returns `None` for an ID that was reset.
fn event_id(id: Option<&str>) -> Option<&str> {
    match id {
        Some(UNSET_ID) => None,
        id => Some(id.unwrap_or_default()),
    }
}

/// The value of the `event:` line, `""` without one: the parser sets `"message"` in that case, and a proxy must not
/// add a line.
fn line_name(event: &MessageEvent) -> &str {
    match &event.event {
        Cow::Borrowed(_) => "",
        Cow::Owned(name) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the input, in one chunk and byte by byte, ends inside an event.
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
            // The mark is not at the start of the stream, so it begins the name of a field.
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
