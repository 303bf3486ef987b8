//! `has`: variants of one name that a key of the data tells apart. Which of them takes an event is proved in `rules`.

use std::fmt::Debug;

use serde::Deserialize;
use serde_json::Value;
use sse_event::{DecodeEventOwned, EncodeEvent, ErrorKind, SseEvent};

use super::{assert_encodes, error, event};

#[test]
fn the_payload_sees_the_key() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Event {
        #[event("a", has = "error")]
        #[serde(deny_unknown_fields)]
        Error { error: u8, more: u8 },
    }
    let data = r#"{"type":"a","error":1,"more":2}"#;
    assert_eq!(event::<Event>("", data), Event::Error { error: 1, more: 2 });
    assert_eq!(error::<Event>("", r#"{"type":"a","error":1,"more":2,"x":3}"#).kind(), ErrorKind::Payload);
}

mod length {
    pub(super) fn decode(raw: sse_event::RawEvent<'_>) -> Result<usize, std::convert::Infallible> {
        Ok(raw.data.len())
    }
}

#[test]
fn every_shape_of_variant_may_have_it() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event<'a> {
        #[event("m", has = "unit")]
        Unit,
        #[event("m", has = "json")]
        Json(Value),
        #[event("m", has = "object")]
        Object { object: u8 },
        #[event("m", has = "raw", raw)]
        Raw(&'a str),
        #[event("m", has = "with", decode_with = length::decode)]
        With(usize),
        #[event("m", parse)]
        Parse(u64),
    }
    assert_eq!(event::<Event<'_>>("m", r#"{"unit":1}"#), Event::Unit);
    let json = serde_json::json!({ "json": 1 });
    assert_eq!(event::<Event<'_>>("m", r#"{"json":1}"#), Event::Json(json));
    assert_eq!(event::<Event<'_>>("m", r#"{"object":1}"#), Event::Object { object: 1 });
    assert_eq!(event::<Event<'_>>("m", r#"{"raw":1}"#), Event::Raw(r#"{"raw":1}"#));
    assert_eq!(event::<Event<'_>>("m", r#"{"with":1}"#), Event::With(10));
    // What is no object has no keys.
    assert_eq!(event::<Event<'_>>("m", "77"), Event::Parse(77));
}

#[test]
fn a_struct_may_have_it() {
    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[event("message", has = "error")]
    struct Failure {
        error: String,
    }
    assert_eq!(event::<Failure>("", r#"{"error":"e"}"#), Failure { error: "e".into() });
    assert_eq!(error::<Failure>("", r#"{"text":"t"}"#).kind(), ErrorKind::UnknownEvent);
}

#[test]
fn what_is_encoded_comes_back() {
    fn survives<T: EncodeEvent + DecodeEventOwned + Debug + PartialEq>(event: &T) {
        let raw = event.encode().expect("it can be encoded");
        let decoded = T::decode(raw.as_raw()).expect("it can be decoded");
        assert_eq!(decoded.into_event().as_ref(), Some(event), "{raw:?}");
    }
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode)]
    enum Chat {
        #[event("message", has = "error", error)]
        Error { error: String },
        #[event("message")]
        Chunk { text: String },
    }
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode, tag = "type", line = false)]
    enum Tagged {
        #[event("message", has = "error")]
        Error { error: u8 },
        #[event("message")]
        Rest,
    }
    survives(&Chat::Chunk { text: "error".into() });
    survives(&Chat::Error { error: String::new() });
    survives(&Tagged::Error { error: 1 });
    survives(&Tagged::Rest);
}

/// A server that never decodes has names in common too.
#[test]
fn what_is_only_encoded_may_have_it() {
    #[derive(SseEvent)]
    #[sse(encode_only, line = false)]
    enum Event {
        #[event("message")]
        Chunk { text: &'static str },
        #[event("message", has = "error", error)]
        Error { error: &'static str },
    }
    assert_encodes(&Event::Chunk { text: "t" }, "", r#"{"text":"t"}"#);
    assert_encodes(&Event::Error { error: "e" }, "", r#"{"error":"e"}"#);
    assert_eq!(Event::EVENT_TYPES, ["message"]);
}
