//! Every parser reads back what `WireEvent` writes.

use std::time::Duration;

use bytes::BytesMut;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use sse_event::wire::Comment;
use sse_event::{EncodeEvent as _, RawEventBuf};

use super::cases::Outcome;
use super::parsers::{self, Chunks};

#[derive(Clone, Debug)]
enum Written {
    Event(RawEventBuf),
    Comment(String),
}

/// Any text, with many characters that have a meaning on the wire.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "([a-z: \r\n\0\u{feff}\u{2028}]|data:|\r\n|é){0,24}"]
}

/// Text of one line.
fn line(without: &'static [char]) -> impl Strategy<Value = String> {
    text().prop_map(move |text| text.replace(['\r', '\n'], "").replace(without, ""))
}

fn written() -> impl Strategy<Value = Vec<Written>> {
    // `sse-core`, our parser, ignores a time of more milliseconds: 49 days.
    let retry = of(any::<u32>().prop_map(|retry| Duration::from_millis(retry.into())));
    let event = (line(&[]), text(), of(line(&['\0'])), retry).prop_map(|(event, data, id, retry)| {
        let mut raw = RawEventBuf::new(event, data);
        (raw.id, raw.retry) = (id, retry);
        Written::Event(raw)
    });
    vec(prop_oneof![4 => event, 1 => text().prop_map(Written::Comment)], 0..6)
}

/// The wire form, by both ways of writing.
fn wire(items: &[Written]) -> Vec<u8> {
    let (mut buffer, mut text) = (BytesMut::new(), String::new());
    for item in items {
        match item {
            Written::Event(event) => {
                event.write_to(&mut buffer).expect("it has a wire form");
                text += &event.to_wire().expect("it has a wire form").to_string();
            }
            Written::Comment(comment) => {
                Comment::new(comment).write_to(&mut buffer);
                text += &Comment::new(comment).to_string();
            }
        }
    }
    assert_eq!(buffer, text);
    buffer.into()
}

/// As the standard reads it: every line break of the data is a line feed, and an ID stays until the next one.
fn read_back(items: &[Written]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut last_id = String::new();
    for item in items {
        let Written::Event(event) = item else { continue };
        let data = event.data.replace("\r\n", "\n").replace('\r', "\n");
        if let Some(id) = &event.id {
            last_id.clone_from(id);
        }
        outcome.events.push(RawEventBuf::new(&event.event, data).with_id(&last_id));
        outcome.retry = event.retry.or(outcome.retry);
    }
    outcome
}

/// The bytes in chunks of this size.
fn chunks(bytes: &[u8], size: usize) -> Chunks {
    bytes.chunks(size).map(<[u8]>::to_vec).collect()
}

/// Our own parsers return exactly the same fields, so a proxy does not add or drop lines.
#[test]
fn our_parsers_keep_the_line_of_a_name() {
    proptest!(|(items in written(), size in 1..64_usize)| {
        for parser in [parsers::sse_events, parsers::event_reader] {
            prop_assert_eq!(parser(chunks(&wire(&items), size)).events, read_back(&items).events);
        }
    });
}

macro_rules! reads_back {
    ($($parser:ident)*) => {$(
        #[test]
        fn $parser() {
            proptest!(|(items in written(), size in 1..64_usize)| {
                let outcome = parsers::$parser(chunks(&wire(&items), size));
                prop_assert_eq!(outcome, read_back(&items));
            });
        }
    )*};
}

reads_back!(sse_events event_reader eventsource_stream sse_stream_03 sseer eventsource_client);
