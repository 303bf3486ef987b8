//! When a typed stream ends, and when its end is a truncation.

use std::pin::pin;

use futures_util::stream::FusedStream as _;
use sse_event::{ByteStreamExt as _, ErrorKind, RawEventBuf, SseEvent};

use super::transport::{Transport, drain, next};
use super::{Endless, Event, Item};

const DELTA: &str = "event: delta\ndata: 1\n\n";
const DONE: &str = "event: done\ndata:\n\n";
const SENTINEL: &str = "data: [DONE]\n\n";
const ERROR: &str = "event: error\ndata: {\"code\":5}\n\n";

fn events(transport: Transport) -> Vec<Item<Event>> {
    drain(transport.sse_events::<Event>())
}

fn endless(transport: Transport) -> Vec<Item<Endless>> {
    drain(transport.sse_events::<Endless>())
}

#[test]
fn terminal_event_is_last() {
    let expected = [Item::Event(Event::Delta(1)), Item::Event(Event::Done)];
    assert_eq!(events(Transport::of(format!("{DELTA}{DONE}"))), expected);
    assert_eq!(events(Transport::of(format!("{DELTA}{DONE}{DELTA}{DONE}"))), expected);
    assert_eq!(
        events(Transport::of(format!("{DELTA}{DONE}event: de"))),
        expected,
        "what follows is not looked at"
    );
}

#[test]
fn sentinel_is_not_item_and_ends_stream() {
    for end in [
        SENTINEL,
        "event: message\ndata: [DONE]\n\n",
        "event: what\ndata: [DONE]\n\n",
        "event:ping\ndata:[DONE]\n\n",
    ] {
        let items = events(Transport::of(format!("{DELTA}{end}{DELTA}")));
        assert_eq!(items, [Item::Event(Event::Delta(1))], "{end:?}");
    }
}

#[test]
fn sentinel_as_data_of_variant_ends_stream() {
    let reached = events(Transport::of(format!("event: text\ndata: [DONE]\n\n{DELTA}")));
    assert_eq!(reached, [Item::Event(Event::Text("[DONE]".into()))]);
    let refused = events(Transport::of(format!("event: delta\ndata: [DONE]\n\n{DELTA}")));
    assert_eq!(refused, [Item::Decode(ErrorKind::Payload)]);
}

#[test]
fn transport_is_not_polled_after_end() {
    for end in [DONE, SENTINEL, "event: text\ndata: [DONE]\n\n"] {
        let transport = Transport::of(DELTA).then(end).then(DELTA).broken();
        let polls = transport.polls();
        drain::<Item<Event>, _>(transport.sse_events::<Event>());
        assert_eq!(polls.count(), 2, "{end:?}");
    }
}

/// The end is known at the event itself: no further poll is needed to say so.
#[test]
fn is_terminated_after_last_event() {
    let mut events = pin!(Transport::of(format!("{DELTA}{DONE}")).sse_events::<Event>());
    assert!(!events.is_terminated());
    next(events.as_mut());
    assert!(!events.is_terminated());
    next(events.as_mut());
    assert!(events.is_terminated());
}

#[test]
fn input_without_declared_end_is_truncated_once() {
    assert_eq!(events(Transport::default()), [Item::Truncated]);
    assert_eq!(events(Transport::of(DELTA)), [Item::Event(Event::Delta(1)), Item::Truncated]);
    assert_eq!(events(Transport::of(": comment\n\nevent: ping\ndata:\n\n")), [Item::Truncated]);
}

#[test]
fn input_that_ends_inside_event_is_truncated_once() {
    for cut in
        ["d", "data: 1", "data: 1\n", "event: delta\n", "id: 1", "data: 1\r\n", "event: delta\ndata: 1\n: x"]
    {
        let text = format!("{DELTA}{cut}");
        assert_eq!(events(Transport::of(&text)), [Item::Event(Event::Delta(1)), Item::Truncated], "{cut:?}");
        assert_eq!(
            endless(Transport::of(&text)),
            [Item::Event(Endless::Delta(1)), Item::Truncated],
            "{cut:?}"
        );
        let raw: Vec<Item<RawEventBuf>> = drain(Transport::of(&text).raw_events());
        assert_eq!(raw.last(), Some(&Item::Truncated));
        assert_eq!(raw.len(), 2);
    }
}

#[test]
fn end_of_input_is_end_without_declared_end() {
    assert_eq!(endless(Transport::default()), []);
    for rest in ["", ": comment", ": comment\n", "\n\n", "retry: 5\n"] {
        let items = endless(Transport::of(format!("{DELTA}{rest}")));
        assert_eq!(items, [Item::Event(Endless::Delta(1))], "{rest:?}");
    }
}

#[test]
fn stream_is_not_truncated_after_error_event() {
    let error = || Item::Event(Event::Error { code: 5 });
    assert_eq!(events(Transport::of(ERROR)), [error()]);
    assert_eq!(events(Transport::of(format!("{ERROR}event: del"))), [error()]);
    assert_eq!(endless(Transport::of("event: error\ndata: {}\n\ndata: cut")), [Item::Event(Endless::Error)]);
    // It ends nothing by itself.
    let more = events(Transport::of(format!("{ERROR}{DELTA}")));
    assert_eq!(more, [error(), Item::Event(Event::Delta(1))]);
}

#[test]
fn transport_error_is_last_item() {
    for before in ["", DELTA, "event: delta\nda", ERROR] {
        let transport = Transport::of(before).broken().then(DELTA).then(DONE);
        let polls = transport.polls();
        let items = events(transport);
        assert_eq!(items.last(), Some(&Item::Transport), "{before:?}");
        assert_eq!(items.iter().filter(|item| matches!(item, Item::Transport | Item::Truncated)).count(), 1);
        assert_eq!(polls.count(), 2, "{before:?}");
    }
}

/// A terminal event that could not be decoded has not completed the stream.
#[test]
fn malformed_terminal_event_is_not_end() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Last {
        #[event("last", terminal)]
        Last(u8),
    }
    let items: Vec<Item<Last>> = drain(Transport::of("event: last\ndata: x\n\n").sse_events::<Last>());
    assert_eq!(items, [Item::Decode(ErrorKind::Payload), Item::Truncated]);
}
