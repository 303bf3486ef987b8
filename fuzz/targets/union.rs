//! Unions in an object, with the payload alongside the name and under a separate key, compared with serde; and
//! wrappers around an event: an encoded value must be read back.
#![no_main]

use std::collections::BTreeMap;
use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::{DecodeEvent, Decoded, EncodeEvent, ErrorKind, RawEvent, RawEventBuf, SseEvent};
use sse_event_fuzz::{Delta, Tree, frame};

/// The same variants, for serde or for our derive.
macro_rules! union {
    ($name:ident, $(#[$attribute:meta])*) => {
        $(#[$attribute])*
        enum $name {
            #[serde(alias = "chunk")]
            Delta(Delta),
            Counts(BTreeMap<String, u64>),
            Usage { tokens: u64, #[serde(default)] details: Option<Box<Tree>> },
            Strict(Strict),
            Unit,
        }
    };
}

union! { TheirsBeside,
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    #[serde(tag = "type", rename_all = "snake_case")]
}
union! { OursBeside,
    #[derive(Debug, PartialEq, SseEvent)]
    #[serde(tag = "type", rename_all = "snake_case")]
    #[sse(encode, deserialize, serialize)]
}
union! { TheirsUnder,
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    #[serde(tag = "type", rename_all = "snake_case", content = "data")]
}
union! { OursUnder,
    #[derive(Debug, PartialEq, SseEvent)]
    #[serde(tag = "type", rename_all = "snake_case", content = "data")]
    #[sse(encode, deserialize, serialize)]
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    type_: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct TheirEnvelope {
    id: u64,
    data: TheirsBeside,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Envelope<T> {
    id: u64,
    #[sse(nested)]
    data: T,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Rpc<T> {
    id: u64,
    #[sse(nested, error = "error")]
    result: Result<T, Tree>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Numbered<T> {
    // A field that an unknown event does not have would be added to its object.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[sse(flatten)]
    event: T,
}

/// The parts that a gateway forwards.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type", end = "[DONE]", ignore("ping"))]
enum Passed {
    #[event("delta", alias = "chunk")]
    Delta(Delta),
    #[event("note", raw)]
    Note(String),
    #[event(other)]
    Unknown(RawEventBuf),
}

fuzz_target!(|input: &str| {
    let raw = frame(input);
    agrees::<OursBeside, TheirsBeside>(raw.data, |_| false);
    // serde reads the value under the key of a unit, and accepts only `null`.
    agrees::<OursUnder, TheirsUnder>(raw.data, |event| *event == OursUnder::Unit);
    envelope_agrees(raw.data);
    is_read_again::<OursBeside>(raw);
    is_read_again::<OursUnder>(raw);
    is_read_again::<Envelope<Passed>>(raw);
    is_read_again::<Envelope<Rpc<OursUnder>>>(raw);
    is_read_again::<Rpc<Passed>>(raw);
    // Not around unknown objects: the white space around an object is not written again.
    is_read_again::<Numbered<OursBeside>>(raw);
    is_read_again::<Envelope<Numbered<OursBeside>>>(raw);
});

/// serde also reads a variant, and a struct, from an array.
fn is_object(data: &str) -> bool {
    data.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('{')
}

/// Checks that the union is read and written as by serde, and that the event is too.
fn agrees<O, T>(data: &str, is_laxer: impl Fn(&O) -> bool)
where
    O: DeserializeOwned + Serialize + PartialEq + Debug + for<'de> DecodeEvent<'de>,
    T: DeserializeOwned + Serialize + Debug,
{
    if !is_object(data) {
        return;
    }
    match (serde_json::from_str::<O>(data), serde_json::from_str::<T>(data)) {
        (Ok(ours), Ok(theirs)) => {
            let text = serde_json::to_string(&ours).expect("it is written");
            assert_eq!(text, serde_json::to_string(&theirs).expect("it is written"));
            assert_eq!(serde_json::from_str::<O>(&text).expect("what is written is read"), ours);
            let Ok(Decoded::Event(event)) = O::decode(RawEvent::new("", data)) else {
                panic!("no event: {ours:?}")
            };
            assert_eq!(event, ours);
        }
        (Ok(ours), Err(theirs)) => {
            // serde buffers everything that is not read, so it rejects values that no tree of values can hold.
            let is_whole = serde_json::from_str::<Value>(data).is_ok() && depth(data) < 100;
            assert!(!is_whole || is_laxer(&ours), "{ours:?} is rejected: {theirs}");
        }
        // serde buffers the entries after the tag, and accepts a number there as the index of a variant. `serde_json`
        // does not.
        (Err(ours), Ok(theirs)) => {
            let is_index = ours.to_string().contains("invalid type: integer")
                && ours.to_string().contains("expected variant identifier");
            assert!(is_index, "{theirs:?} is rejected: {ours}");
        }
        (Err(_), Err(_)) => {}
    }
}

/// Compares a struct around an enum, read by serde, with our wrapper around an event.
fn envelope_agrees(data: &str) {
    let Ok(theirs) = serde_json::from_str::<TheirEnvelope>(data) else { return };
    let value: Value = serde_json::from_str(data).expect("JSON");
    if !value.get("data").is_some_and(Value::is_object) {
        return;
    }
    let Ok(Decoded::Event(ours)) = <Envelope<OursBeside>>::decode(RawEvent::new("", data)) else {
        panic!("no event: {theirs:?}")
    };
    let written = serde_json::to_value(&ours.data).expect("it is written");
    assert_eq!((ours.id, written), (theirs.id, serde_json::to_value(&theirs.data).expect("it is written")));
}

/// Checks that an encoded event is read back, and that an error has the whole event.
fn is_read_again<T: EncodeEvent + PartialEq + Debug + for<'de> DecodeEvent<'de>>(raw: RawEvent<'_>) {
    let event = match T::decode(raw) {
        Ok(Decoded::Event(event)) => event,
        Ok(_) => return,
        Err(error) => {
            assert_eq!(error.raw_event(), raw, "the event is lost");
            return;
        }
    };
    match event.encode() {
        Ok(written) => {
            let Ok(Decoded::Event(again)) = T::decode(written.as_raw_event()) else {
                panic!("{event:?} as {written:?}")
            };
            assert_eq!(again, event, "{written:?}");
        }
        // Text of the server that is not JSON, or that has a key of the wrapper, or a name with a line break.
        Err(error) => assert_eq!(error.kind(), ErrorKind::Encode, "{error}"),
    }
}

/// The maximum number of containers that are open at once.
fn depth(data: &str) -> usize {
    data.bytes().filter(|b| matches!(b, b'{' | b'[')).count()
}
