//! Streams that accept more ends of their input.

use std::convert::Infallible;
use std::pin::pin;

use eventsource_stream::Eventsource as _;
use futures_util::stream;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{BufReadExt as _, ByteStreamExt as _, DecodeEventOwned, ErrorKind};

use super::transport::{Transport, drain, next};
use super::{Endless, Event, Item};

const DELTA: &str = "event: delta\ndata: 1\n\n";

/// The items and whether the stream was complete: in one piece, byte by byte, boxed, and with the reader.
#[track_caller]
fn read<T: DecodeEventOwned + PartialEq + std::fmt::Debug>(text: &str) -> (Vec<Item<T>>, bool) {
    let mut events = pin!(Transport::of(text).sse_events::<T>().max_event_size(100).lenient_end());
    let items: Vec<Item<T>> = std::iter::from_fn(|| next(events.as_mut()).map(Into::into)).collect();
    // The limit may be set afterwards.
    let bytes = Transport::chunked(text.as_bytes(), 1).sse_events::<T>().lenient_end().max_event_size(100);
    assert_eq!(drain::<Item<T>, _>(bytes), items, "in bytes: {text:?}");
    let boxed = Transport::of(text).sse_events::<T>().into_boxed().lenient_end();
    assert_eq!(drain::<Item<T>, _>(boxed), items, "boxed: {text:?}");
    let mut reader = text.as_bytes().sse_events::<T>().lenient_end();
    assert_eq!(reader.by_ref().map(Item::from).collect::<Vec<_>>(), items, "of the reader: {text:?}");
    assert_eq!(reader.is_complete(), events.is_complete(), "of the reader: {text:?}");
    (items, events.is_complete())
}

fn delta(number: u8) -> Item<Event> {
    Item::Event(Event::Delta(number))
}

#[test]
fn last_event_may_lack_blank_line() {
    for end in ["\n", "\r", "\r\n", "\n: comment", "\n: comment\n", "\nid: 7\n"] {
        let text = format!("{DELTA}event: delta\ndata: 2{end}");
        assert_eq!(read::<Event>(&text), (vec![delta(1), delta(2)], false), "{end:?}");
        let deltas = [1, 2].map(|number| Item::Event(Endless::Delta(number)));
        assert_eq!(read::<Endless>(&text), (deltas.to_vec(), true), "{end:?}");
    }
    assert_eq!(read::<Event>("event: done\ndata\n"), (vec![Item::Event(Event::Done)], true));
    assert_eq!(read::<Event>("\u{feff}event: done\ndata\n"), (vec![Item::Event(Event::Done)], true));
}

#[test]
fn sentinel_may_lack_line_end() {
    for end in ["data: [DONE]", "data:[DONE]\n", "data: [DONE]\r\n", "event: message\ndata: [DONE]"] {
        assert_eq!(read::<Event>(&format!("{DELTA}{end}")), (vec![delta(1)], true), "{end:?}");
    }
    let taken = read::<Event>("event: text\ndata: [DONE]");
    assert_eq!(taken, (vec![Item::Event(Event::Text("[DONE]".into()))], true));
}

/// The line may be cut.
#[test]
fn input_that_ends_within_line_is_truncated() {
    for end in ["d", "data", "data: 2", "event: delta\ndata: 2", "data: [DONE", "data: 2\nid: 7"] {
        assert_eq!(
            read::<Event>(&format!("{DELTA}{end}")),
            (vec![delta(1), Item::Truncated], false),
            "{end:?}"
        );
    }
    let cut = read::<Endless>("event: text\ndata: [DONE]");
    assert_eq!(cut, (vec![Item::Truncated], false), "without a sentinel it is text");
}

#[test]
fn declared_end_may_be_missing() {
    for end in ["", ": comment", "\n", "event: ping\ndata\n", "id: 7\n", "event: delta\n"] {
        assert_eq!(read::<Event>(&format!("{DELTA}{end}")), (vec![delta(1)], false), "{end:?}");
    }
    assert_eq!(read::<Event>(""), (vec![], false));
    let (_, is_complete) = read::<Event>(&format!("{DELTA}event: done\ndata\n\n"));
    assert!(is_complete);
}

#[test]
fn last_event_without_blank_line_may_be_malformed_or_too_large() {
    let malformed = read::<Event>("event: delta\ndata: x\n");
    assert_eq!(malformed, (vec![Item::Decode(ErrorKind::Payload)], false));
    let unknown = read::<Event>("event: later\ndata: x\n");
    assert_eq!(unknown, (vec![Item::Decode(ErrorKind::UnknownEvent)], false));
    let large = format!("event: text\ndata: {}\n", "x".repeat(200));
    let mut reader = large.as_bytes().sse_events::<Event>().max_event_size(100).lenient_end();
    assert_eq!(reader.by_ref().map(Item::from).collect::<Vec<_>>(), [Item::<Event>::TooLarge(100)]);
}

/// The last event was received, so a client resumes from its ID.
#[test]
fn id_of_last_event_without_blank_line_counts() {
    let text = "id: 1\nevent: delta\ndata: 1\n\nid: 2\nevent: delta\ndata: 2\n";
    let mut lenient = text.as_bytes().sse_events::<Event>().lenient_end();
    assert_eq!(lenient.by_ref().count(), 2);
    assert_eq!(lenient.last_event_id(), Some("2"));
    let mut strict = text.as_bytes().sse_events::<Event>();
    assert_eq!(strict.by_ref().count(), 2);
    assert_eq!(strict.last_event_id(), Some("1"), "the last one is an error");
}

#[test]
fn transport_is_not_polled_after_its_end() {
    let transport = Transport::of("event: delta\ndata: 1\n");
    let polls = transport.polls();
    drain::<Item<Event>, _>(transport.sse_events::<Event>().lenient_end());
    assert_eq!(polls.count(), 2);
}

#[test]
fn failed_transport_is_error_all_the_same() {
    let items: Vec<Item<Event>> =
        drain(Transport::of("event: delta\ndata: 1\n").broken().sse_events::<Event>().lenient_end());
    assert_eq!(items, [Item::Transport]);
}

#[test]
fn declared_end_may_be_missing_over_another_parser() {
    let bytes = stream::iter([Ok::<_, Infallible>(DELTA)]);
    let items: Vec<Item<Event>> = drain(bytes.eventsource().decode_events::<Event>().lenient_end());
    assert_eq!(items, [delta(1)]);
}
