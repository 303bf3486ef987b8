//! When a typed stream ends, and when its end is a truncation.

use std::pin::pin;

use futures_util::stream::FusedStream as _;
use sse_event::{BufReadExt as _, ByteStreamExt as _, DecodeEventOwned, ErrorKind, RawEventBuf, SseEvent};

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

/// The end is known at the event itself, without another poll.
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
    // It does not end the stream.
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

/// A terminal event that could not be decoded does not complete the stream.
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

/// Whether each kind of stream over this text is complete after its end.
#[track_caller]
fn is_complete<T: DecodeEventOwned>(text: &str) -> bool {
    let mut events = pin!(Transport::of(text).sse_events::<T>());
    let mut boxed = pin!(Transport::of(text).sse_events::<T>().into_boxed());
    let mut views = pin!(Transport::of(text).sse_events::<T>().with_meta().errors_as_err());
    let mut reader = text.as_bytes().sse_events::<T>();
    let mut reader_views = text.as_bytes().sse_events::<T>().errors_as_err().with_meta();
    assert!(!events.is_complete() && !views.is_complete(), "before the end");
    assert!(!reader.is_complete() && !reader_views.is_complete(), "before the end");
    while next(events.as_mut()).is_some() {}
    while next(boxed.as_mut()).is_some() {}
    while next(views.as_mut()).is_some() {}
    assert!(reader.by_ref().count() > 0 && reader_views.by_ref().count() > 0);
    let all = [
        events.is_complete(),
        boxed.is_complete(),
        views.is_complete(),
        reader.is_complete(),
        reader_views.is_complete(),
    ];
    assert!(all == [all[0]; 5], "{all:?} for {text:?}");
    all[0]
}

#[test]
fn is_complete_after_the_declared_end() {
    for end in [DONE, SENTINEL, "event: text\ndata: [DONE]\n\n", "event: delta\ndata: [DONE]\n\n"] {
        assert!(is_complete::<Event>(&format!("{DELTA}{end}")), "{end:?}");
        assert!(is_complete::<Event>(&format!("{DELTA}{ERROR}{end}event: de")), "{end:?}");
    }
    for end in ["", ERROR, ": comment", "event: delta\nda"] {
        assert!(!is_complete::<Event>(&format!("{DELTA}{end}")), "{end:?}");
    }
}

#[test]
fn is_complete_at_the_end_of_the_input_without_a_declared_end() {
    for (end, expected) in [("", true), (ERROR, true), (": comment", true), ("event: delta\nda", false)] {
        assert_eq!(is_complete::<Endless>(&format!("{DELTA}{end}")), expected, "{end:?}");
    }
}

#[test]
fn a_stream_whose_transport_failed_is_not_complete() {
    let mut events = pin!(Transport::of(DELTA).broken().sse_events::<Endless>());
    while next(events.as_mut()).is_some() {}
    assert!(!events.is_complete());
}
