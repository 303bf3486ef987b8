//! Puts hostile texts into a server's events: an encoded event must be read back as the same single event, or must be
//! rejected.
#![no_main]

use std::time::Duration;

use bytes::BytesMut;
use libfuzzer_sys::fuzz_target;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sse_event::reader::EventReader;
use sse_event::{DecodeEvent, Decoded, EncodeEvent, EventMeta, RawEvent, RawEventBuf, SseEvent};

/// Events named by lines.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
enum Lines {
    #[event("text", raw)]
    Text(String),
    #[event("fields")]
    Fields { text: String, list: Vec<String> },
    #[event("message", raw)]
    Message(String),
    #[event("unit")]
    Unit,
}

/// Events named only by the data.
#[derive(Debug, SseEvent)]
#[sse(encode, tag = "type", line = false)]
enum Quiet {
    #[event("delta")]
    Delta { text: String },
    #[event("tree")]
    Tree(Box<RawValue>),
    #[event("usage")]
    Usage(Keys),
    #[event("unit")]
    Unit,
}

/// A map with arbitrary keys.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Keys {
    #[serde(flatten)]
    keys: std::collections::BTreeMap<String, String>,
}

fuzz_target!(|input: (&str, &str, &str, Option<u64>)| {
    let (name, text, id, millis) = input;
    let retry = millis.map(Duration::from_millis);

    // A raw event whose name and ID are also the hostile texts.
    let mut raw = RawEvent::new(name, text).with_id(id);
    raw.retry = retry;
    match raw.to_wire() {
        Ok(wire) => {
            let [event] = &read(wire.to_string().as_bytes())[..] else { panic!("not one event: {raw:?}") };
            assert_eq!(*event, as_read(raw), "{wire}");
        }
        Err(_) => assert!(name.contains(['\n', '\r']) || id.contains(['\n', '\r', '\0']), "{raw:?}"),
    }

    let list = vec![name.to_owned(), id.to_owned()];
    for event in [
        Lines::Text(as_data(text)),
        Lines::Fields { text: text.to_owned(), list },
        Lines::Message(as_data(text)),
        Lines::Unit,
    ] {
        let mut meta = EventMeta::default().with_id(id);
        meta.retry = retry;
        if let Some(read) = round_trip(&(&event, meta)) {
            assert_eq!(Lines::decode(read.as_raw_event()).expect("it was written"), Decoded::Event(event));
        }
    }

    let keys = Keys { keys: [(name.to_owned(), text.to_owned())].into() };
    let tree = RawValue::from_string(text.to_owned()).ok().map(Quiet::Tree);
    let events = [Quiet::Delta { text: text.to_owned() }, Quiet::Usage(keys), Quiet::Unit];
    for event in events.into_iter().chain(tree) {
        if let Some(read) = round_trip(&event) {
            // An attacker who controls the text must not control the event.
            let decoded = Quiet::decode(read.as_raw_event()).expect("it was written");
            let again = decoded.into_event().expect("there is no end");
            assert_eq!(again.event_type(), event.event_type(), "{event:?} is {again:?}");
            assert_eq!(again.encode().expect("it was written"), event.encode().expect("it was written"));
        }
    }
});

/// The event that is read from the encoded event, for both ways of encoding.
fn round_trip(event: &impl EncodeEvent) -> Option<RawEventBuf> {
    let mut buffer = BytesMut::from("data: before\n\n");
    let before = buffer.clone();
    if event.write_to(&mut buffer).is_err() {
        assert_eq!(buffer, before, "what fails leaves nothing behind");
        assert!(event.encode().is_ok_and(|raw| raw.to_wire().is_err()) || event.encode().is_err());
        return None;
    }
    let raw = event.encode().expect("it was written");
    let wire = buffer.split_off(before.len());
    assert_eq!(wire, raw.to_wire().expect("it was written").to_string());
    let events = read(&wire);
    let [event] = <[RawEventBuf; 1]>::try_from(events).expect("one event is written");
    assert_eq!(event, as_read(raw.as_raw_event()));
    Some(event)
}

fn read(bytes: &[u8]) -> Vec<RawEventBuf> {
    EventReader::<_, RawEventBuf>::new(bytes).collect::<Result<_, _>>().expect("what is written can be read")
}

/// The event as a reader sees it: a line feed for each line end, and whole milliseconds up to the longest time.
fn as_read(raw: RawEvent<'_>) -> RawEventBuf {
    let mut event = raw.to_buf();
    event.data = as_data(raw.data);
    event.retry = raw.retry.map(|retry| retry.min(Duration::from_millis(u32::MAX.into())));
    event
}

fn as_data(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
