//! IDs and reconnection times, of each event and of the stream.

use std::pin::pin;
use std::time::Duration;

use sse_event::{BufReadExt as _, ByteStreamExt as _, EventMeta, RawEventBuf, StreamError};

use super::transport::{Broken, Transport, drain, next};
use super::{Endless, Event};

const MILLIS: fn(u64) -> Option<Duration> = |millis| Some(Duration::from_millis(millis));

#[test]
fn with_meta_yields_id_and_retry_with_each_event() {
    let text = "id: 1\nretry: 10\nevent: delta\ndata: 1\n\n\
                event: delta\ndata: 2\n\n\
                retry: 20\n\n\
                id: 3\nevent: ping\ndata:\n\n\
                event: delta\ndata: 3\n\n\
                id\nevent: done\ndata:\n\n";
    let items: Vec<Result<(Event, EventMeta), StreamError<Broken>>> =
        drain(Transport::of(text).sse_events::<Event>().with_meta());
    let items: Vec<_> = items
        .into_iter()
        .map(|item| {
            let (event, meta) = item.expect("an event");
            (event, meta.id, meta.retry)
        })
        .collect();
    let id = |id: &str| Some(id.to_owned());
    assert_eq!(
        items,
        [
            (Event::Delta(1), id("1"), MILLIS(10)),
            (Event::Delta(2), id("1"), None),
            // The reconnection time belongs to the `ping`, because it was received before that event.
            (Event::Delta(3), id("3"), None),
            // An ID that was reset differs from one that was never set.
            (Event::Done, id(""), None),
        ]
    );
}

#[test]
fn with_meta_keeps_errors() {
    let transport = Transport::of("id: 1\nevent: delta\ndata: x\n\nevent: x\n\nevent: x\ndata:\n\n").broken();
    let items: Vec<Result<(Endless, EventMeta), StreamError<Broken>>> =
        drain(transport.sse_events::<Endless>().skip_unknown().with_meta());
    assert!(matches!(&items[..], [Err(StreamError::Decode(_)), Err(StreamError::Transport(Broken))]));
}

/// Every step of the standard that sets it: with an event, alone in a block, empty, and with a NUL in it.
#[test]
fn last_event_id_follows_html_standard() {
    let steps = [
        ("event: delta\ndata: 1\n\n", None),
        ("id: 1\nevent: delta\ndata: 1\n\n", Some("1")),
        ("event: delta\ndata: 1\n\n", Some("1")),
        // Alone in a block: dispatches nothing, but counts.
        ("id: 2\n\nevent: delta\ndata: 1\n\n", Some("2")),
        // A NUL makes readers ignore the line.
        ("id: 3\0\nevent: delta\ndata: 1\n\n", Some("2")),
        // An event that cannot be decoded, or is unknown, has been received.
        ("id: 4\nevent: delta\ndata: x\n\n", Some("4")),
        ("id: 5\nevent: what\ndata: x\n\n", Some("5")),
        // Empty: reset.
        ("id:\nevent: delta\ndata: 1\n\n", None),
        ("id: é\nevent: delta\ndata: 1\n\n", Some("é")),
    ];
    let transport = steps.iter().fold(Transport::default(), |transport, (text, _)| transport.then(text));
    let mut events = pin!(transport.sse_events::<Endless>());
    assert_eq!(events.last_event_id(), None);
    for (text, id) in steps {
        assert!(next(events.as_mut()).is_some(), "{text:?}");
        assert_eq!(events.last_event_id(), id, "after {text:?}");
    }
    // It is also available after the end of the stream, for reconnecting.
    assert!(next(events.as_mut()).is_none());
    assert_eq!(events.last_event_id(), Some("é"));
}

#[test]
fn views_have_last_event_id_and_retry() {
    let text = "id: 1\nretry: 10\nevent: delta\ndata: 1\n\n";
    let mut with_meta = pin!(Transport::of(text).sse_events::<Endless>().with_meta());
    let mut tried = pin!(Transport::of(text).sse_events::<Endless>().errors_as_err());
    assert_eq!((with_meta.last_event_id(), with_meta.retry()), (None, None));
    assert_eq!((tried.last_event_id(), tried.retry()), (None, None));
    assert!(next(with_meta.as_mut()).is_some() && next(tried.as_mut()).is_some());
    assert_eq!((with_meta.last_event_id(), with_meta.retry()), (Some("1"), MILLIS(10)));
    assert_eq!((tried.last_event_id(), tried.retry()), (Some("1"), MILLIS(10)));
}

/// As in a browser, the ID of the previous connection is kept until this one sets another.
#[test]
fn with_last_event_id_sets_initial_id() {
    let delta = "event: delta\ndata: 1\n\n";
    let stream = |text: &str| Transport::of(text).sse_events::<Endless>();
    for (text, id) in [("", Some("7")), (delta, Some("7")), ("id: 8\n\n", Some("8")), ("id\n\n", None)] {
        let mut limited = pin!(stream(text).max_event_size(10).with_last_event_id("7"));
        let mut first = pin!(stream(text).with_last_event_id("7").max_event_size(10));
        let mut reader = text.as_bytes().sse_events::<Endless>().with_last_event_id("7");
        for events in [&mut limited, &mut first] {
            assert_eq!(events.last_event_id(), Some("7"));
            while let Some(item) = next(events.as_mut()) {
                assert!(item.is_ok(), "{item:?}");
            }
            assert_eq!(events.last_event_id(), id, "after {text:?}");
        }
        assert!(reader.all(|item| item.is_ok()));
        assert_eq!(reader.last_event_id(), id, "after {text:?}");
    }
    let (_, meta) =
        next(pin!(stream(delta).with_last_event_id("7").with_meta())).expect("it").expect("is one");
    assert_eq!(meta.id.as_deref(), Some("7"));
    assert_eq!(stream(delta).with_last_event_id("").last_event_id(), None);
}

/// In the last block of a stream that breaks off, a block with only an ID counts although no event follows.
#[test]
fn last_event_id_is_known_after_end() {
    let mut events = pin!(Transport::of("id: 1\nevent: delta\ndata: 1\n\nid: 2\n\n").sse_events::<Endless>());
    while next(events.as_mut()).is_some() {}
    assert_eq!(events.last_event_id(), Some("2"));
}

/// If a client sent the ID of an event that it never received, the server would not send that event again.
#[test]
fn truncated_event_keeps_last_event_id() {
    for cut in ["id: 2", "id: 2\n", "id: 2\nevent: delta\ndata: 2", "event: delta\ndata: 2\nid: 2\n", "id\n"]
    {
        let mut events =
            pin!(Transport::of(format!("id: 1\nevent: delta\ndata: 1\n\n{cut}")).sse_events::<Endless>());
        while next(events.as_mut()).is_some() {}
        assert_eq!(events.last_event_id(), Some("1"), "{cut:?}");
    }
}

#[test]
fn retry_is_last_valid_value() {
    let steps = [
        ("event: delta\ndata: 1\n\n", None),
        ("retry: 100\nevent: delta\ndata: 1\n\n", MILLIS(100)),
        ("event: delta\ndata: 1\n\n", MILLIS(100)),
        ("retry: 200\n\nevent: delta\ndata: 1\n\n", MILLIS(200)),
        ("retry: soon\nevent: delta\ndata: 1\n\n", MILLIS(200)),
        ("retry: -1\nevent: delta\ndata: 1\n\n", MILLIS(200)),
        ("retry: 0\nevent: delta\ndata: 1\n\n", MILLIS(0)),
    ];
    let transport = steps.iter().fold(Transport::default(), |transport, (text, _)| transport.then(text));
    let mut events = pin!(transport.sse_events::<Endless>());
    for (text, retry) in steps {
        assert!(next(events.as_mut()).is_some(), "{text:?}");
        assert_eq!(events.retry(), retry, "after {text:?}");
    }
}

#[test]
fn raw_events_have_id_and_retry() {
    let text = "id: 1\nretry: 10\ndata: a\n\ndata: b\n\nevent: message\nid:\ndata: c\n\n";
    let items: Vec<Result<RawEventBuf, StreamError<Broken>>> = drain(Transport::of(text).raw_events());
    let events: Vec<_> = items.into_iter().map(|item| item.expect("an event")).collect();
    let expected = [
        RawEventBuf::new("", "a").with_id("1").with_retry(Duration::from_millis(10)),
        RawEventBuf::new("", "b").with_id("1"),
        RawEventBuf::new("message", "c").with_id(""),
    ];
    assert_eq!(events, expected);
}
