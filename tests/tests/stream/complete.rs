//! Events after which a stream is complete, and may continue.

use std::pin::pin;

use serde::Deserialize;
use sse_event::{BufReadExt as _, ByteStreamExt as _, ErrorKind, SseEvent};

use super::Item;
use super::transport::{Transport, drain, next};

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Chunk {
    finish: bool,
}

impl Chunk {
    fn is_last(&self) -> bool {
        self.finish
    }
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
enum Event {
    #[event("message", complete = Chunk::is_last)]
    Chunk(Chunk),
    #[event("usage")]
    Usage(u8),
    #[event("error", error)]
    Error,
}

const MORE: &str = "data: {\"finish\":false}\n\n";
const LAST: &str = "data: {\"finish\":true}\n\n";
const USAGE: &str = "event: usage\ndata: 7\n\n";
const SENTINEL: &str = "data: [DONE]\n\n";

/// The items, and whether the stream was complete; the same for the stream and the reader.
#[track_caller]
fn read(text: &str) -> (Vec<Item<Event>>, bool) {
    let mut events = pin!(Transport::of(text).sse_events::<Event>());
    let items: Vec<Item<Event>> = std::iter::from_fn(|| next(events.as_mut()).map(Into::into)).collect();
    let mut reader = text.as_bytes().sse_events::<Event>();
    assert_eq!(reader.by_ref().map(Item::from).collect::<Vec<_>>(), items, "of the reader: {text:?}");
    assert_eq!(reader.is_complete(), events.is_complete(), "of the reader: {text:?}");
    (items, events.is_complete())
}

fn chunk(finish: bool) -> Item<Event> {
    Item::Event(Event::Chunk(Chunk { finish }))
}

#[test]
fn stream_goes_on_after_complete_event() {
    let expected = [chunk(false), chunk(true), Item::Event(Event::Usage(7))];
    for end in ["", SENTINEL, ": comment"] {
        assert_eq!(read(&[MORE, LAST, USAGE, end].concat()), (expected.to_vec(), true), "{end:?}");
    }
    assert_eq!(read(&[LAST, MORE].concat()), (vec![chunk(true), chunk(false)], true));
}

#[test]
fn input_without_complete_event_or_sentinel_is_truncated() {
    assert_eq!(read(MORE), (vec![chunk(false), Item::Truncated], false));
    assert_eq!(read(USAGE), (vec![Item::Event(Event::Usage(7)), Item::Truncated], false));
    assert_eq!(read(&[MORE, SENTINEL].concat()), (vec![chunk(false)], true));
}

/// More than the end may be lost.
#[test]
fn input_that_ends_inside_event_is_truncated_after_complete_event() {
    assert_eq!(read(&[LAST, "event: usage\nda"].concat()), (vec![chunk(true), Item::Truncated], false));
    let items: Vec<Item<Event>> = drain(Transport::of(LAST).broken().sse_events::<Event>());
    assert_eq!(items, [chunk(true), Item::Transport]);
}

#[test]
fn malformed_complete_event_completes_nothing() {
    let (items, is_complete) = read("data: {\"finish\":1}\n\n");
    assert_eq!((items, is_complete), (vec![Item::Decode(ErrorKind::Payload), Item::Truncated], false));
}

/// A stream whose transport failed yields the error, whatever came before.
#[test]
fn failed_transport_leaves_stream_incomplete() {
    let mut events = pin!(Transport::of(LAST).broken().sse_events::<Event>());
    while next(events.as_mut()).is_some() {}
    assert!(!events.is_complete());
}
