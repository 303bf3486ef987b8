//! Writes events that were read, and reads them again: a proxy must not lose anything.
#![no_main]

use bytes::BytesMut;
use libfuzzer_sys::fuzz_target;
use sse_event::wire::Comment;
use sse_event::{BufReadExt as _, DecodeEvent as _, Decoded, EncodeEvent, RawEventBuf, SseEvent};

/// Values that JSON preserves exactly. Without fractions: `serde_json` reads some of them with a different last bit.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type", end = "[DONE]")]
enum Event {
    #[event("usage")]
    Usage { tokens: u64, details: Option<String> },
    #[event("text", raw)]
    Text(String),
    #[event("number", parse)]
    Number(i64),
    #[event("unit", terminal)]
    Unit,
    #[event("message", line = false)]
    Delta { text: Option<String> },
    #[event("message", has_key = "error", line = false)]
    Error { error: (String, bool) },
    #[event(other)]
    Unknown(RawEventBuf),
}

fuzz_target!(|input: &[u8]| {
    let events = read(input);
    let written: Vec<u8> = events.iter().flat_map(wire).collect();
    assert_eq!(read(&written), events);

    for event in &events {
        // The decoded value of an enum is encoded too, and must be the same event.
        if let Ok(Decoded::Event(typed)) = Event::decode(event.as_raw_event()) {
            let again = read(&wire(&typed));
            let [again] = &again[..] else { panic!("one event is {again:?}") };
            assert_eq!(Event::decode(again.as_raw_event()).expect("it was one"), Decoded::Event(typed));
        }
        // Any text is a comment, and a comment is not an event.
        assert_eq!(read(Comment::new(&event.data).to_string().as_bytes()), []);
    }
});

fn read(bytes: &[u8]) -> Vec<RawEventBuf> {
    bytes.raw_events().filter_map(Result::ok).collect()
}

/// Both ways of writing an event.
fn wire(event: &impl EncodeEvent) -> Vec<u8> {
    let mut buffer = BytesMut::new();
    event.write_to(&mut buffer).expect("what was read can be written");
    let raw = event.encode().expect("what was read can be written");
    assert_eq!(buffer, raw.to_wire().expect("it was written").to_string());
    buffer.into()
}
