//! `decode_events()`: typed streams of other parsers' events.

use std::pin::pin;
use std::time::Duration;

use eventsource_stream::Eventsource as _;
use futures_util::stream;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::wire::AsRawEvent;
use sse_event::{ErrorKind, EventMeta, RawEvent, RawEventBuf, StreamError};

use super::transport::{Broken, Transport, drain, next};
use super::{Endless, Event, Item};

const TEXT: &str = "id: 1\nevent: delta\ndata: 1\n\nevent: delta\ndata: x\n\nevent: ping\ndata: -\n\n\
                    event: what\ndata: -\n\nevent: delta\ndata: 2\n\ndata: [DONE]\n\nevent: delta\ndata: 3\n\n";

#[test]
fn decodes_events_of_eventsource_stream() {
    let items: Vec<Result<Event, StreamError<_>>> =
        drain(Transport::of(TEXT).eventsource().decode_events::<Event>());
    let [
        Ok(Event::Delta(1)),
        Err(StreamError::Decode(malformed)),
        Err(StreamError::Decode(unknown)),
        Ok(Event::Delta(2)),
    ] = &items[..]
    else {
        panic!("{items:?}")
    };
    assert_eq!((malformed.kind(), unknown.kind()), (ErrorKind::Payload, ErrorKind::UnknownEvent));
    assert_eq!(unknown.raw_event(), RawEvent::new("what", "-").with_id("1"));
}

#[test]
fn parser_error_is_transport_error() {
    let transport = Transport::of("event: delta\ndata: 1\n\n").broken();
    let items: Vec<Result<Event, _>> = drain(transport.eventsource().decode_events::<Event>());
    let [Ok(Event::Delta(1)), Err(StreamError::Transport(error))] = &items[..] else { panic!("{items:?}") };
    assert!(matches!(error, eventsource_stream::EventStreamError::Transport(Broken)));
}

#[test]
fn tracks_ids_and_retry() {
    let text =
        "id: 1\nretry: 5\nevent: delta\ndata: 1\n\nevent: delta\ndata: 2\n\nid:\nevent: delta\ndata: 3\n\n";
    let mut events = pin!(Transport::of(text).eventsource().decode_events::<Endless>());
    for id in [Some("1"), Some("1"), None] {
        assert!(next(events.as_mut()).is_some_and(|item| item.is_ok()));
        assert_eq!((events.last_event_id(), events.retry()), (id, Some(Duration::from_millis(5))));
    }
}

/// The event that resets the ID, and every event after it, has an empty ID. No event before has.
#[test]
fn reset_id_comes_with_each_event() {
    let text = "data: 1\n\nid: 1\ndata: 2\n\nid:\ndata: 3\n\ndata: 4\n\n";
    let ids = |items: Vec<Result<RawEventBuf, StreamError<_>>>| -> Vec<_> {
        items.into_iter().map(|item| item.expect("an event").id).collect()
    };
    let expected = [None, Some("1"), Some(""), Some("")].map(|id| id.map(str::to_owned));
    assert_eq!(ids(drain(Transport::of(text).eventsource().decode_events())), expected);

    // Raw events that are decoded again: the ID is that of the event.
    let events = expected.clone().map(|id| {
        let mut event = RawEventBuf::new("", "1");
        event.id = id;
        Ok::<_, Broken>(event)
    });
    let again: Vec<Result<RawEventBuf, StreamError<Broken>>> = drain(stream::iter(events).decode_events());
    assert_eq!(again.into_iter().map(|item| item.expect("an event").id).collect::<Vec<_>>(), expected);
    let reset = stream::iter([Ok::<_, Broken>(RawEventBuf::new("", "1").with_id(""))]);
    let reset: Vec<Result<RawEventBuf, StreamError<Broken>>> = drain(reset.decode_events());
    assert!(matches!(&reset[..], [Ok(event)] if event.id.as_deref() == Some("")), "{reset:?}");
}

/// An item of a parser that yields more than events.
enum Signal {
    Connected,
    Event(RawEventBuf),
}

impl AsRawEvent for Signal {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        match self {
            Self::Connected => None,
            Self::Event(event) => Some(event.as_raw_event()),
        }
    }
}

fn signals(
    items: impl IntoIterator<Item = Signal>,
) -> impl futures_util::Stream<Item = Result<Signal, Broken>> {
    stream::iter(items.into_iter().map(Ok).collect::<Vec<_>>())
}

#[test]
fn skips_items_that_are_not_events() {
    let delta = |n: &str| Signal::Event(RawEventBuf::new("delta", n).with_id(n));
    let items = signals([Signal::Connected, delta("1"), Signal::Connected, Signal::Connected, delta("2")]);
    let events: Vec<Result<(Endless, EventMeta), StreamError<Broken>>> =
        drain(items.decode_events::<Endless>().with_meta());
    let events: Vec<_> = events.into_iter().map(|item| item.map(|(event, meta)| (event, meta.id))).collect();
    assert!(matches!(&events[..], [Ok((Endless::Delta(1), Some(_))), Ok((Endless::Delta(2), Some(_)))]));
}

#[test]
fn applies_declared_end() {
    let delta = || Signal::Event(RawEventBuf::new("delta", "1"));
    let event = Item::Event(Event::Delta(1));
    let cut: Vec<Item<Event>> = drain(signals([delta()]).decode_events::<Event>());
    assert_eq!(cut, [event.clone(), Item::Truncated]);
    let sentinel = Signal::Event(RawEventBuf::new("", "[DONE]"));
    let complete: Vec<Item<Event>> = drain(signals([delta(), sentinel, delta()]).decode_events::<Event>());
    assert_eq!(complete, [event]);
    let endless: Vec<Item<Endless>> = drain(signals([delta(), Signal::Connected]).decode_events::<Endless>());
    assert_eq!(endless, [Item::Event(Endless::Delta(1))]);
}

#[test]
fn decodes_raw_event_bufs() {
    let items = stream::iter([Ok::<_, Broken>(RawEventBuf::new("text", "a"))]);
    let events: Vec<Item<Endless>> = drain(items.decode_events::<Endless>());
    assert_eq!(events, [Item::Event(Endless::Text("a".into()))]);
}
