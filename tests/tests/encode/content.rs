//! `content = "…"`: the payload is written under a separate key.

use serde::Serialize;
use sse_event::{DecodeEvent as _, Decoded, EncodeEvent as _, ErrorKind, RawEventBuf, SseEvent};

#[derive(Clone, Debug, serde::Deserialize, PartialEq, Serialize, SseEvent)]
#[serde(tag = "type", content = "the \"object\"", rename_all = "snake_case")]
#[sse(encode, line = false)]
enum Event {
    Added {
        name: String,
        r#type: u8,
    },
    Texts(Vec<String>),
    #[serde(rename = "we\"ird")]
    Weird(Option<u8>),
    Closed,
}

#[test]
fn data_is_that_of_serde() {
    for event in [
        Event::Added { name: "a".into(), r#type: 1 },
        Event::Texts(vec!["b".into()]),
        Event::Weird(None),
        Event::Weird(Some(1)),
        Event::Closed,
    ] {
        let raw = event.encode().unwrap();
        assert_eq!(raw, RawEventBuf::new("", serde_json::to_string(&event).unwrap()));
        assert_eq!(Event::decode(raw.as_raw_event()).unwrap(), Decoded::Event(event));
    }
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "event", content = "payload")]
enum Texts {
    #[event("delete", raw)]
    Delete(String),
    #[event("count", parse)]
    Count(u64),
    #[event("closed")]
    Closed,
}

#[test]
fn text_is_a_string_beside_line_and_name() {
    for (event, raw) in [
        (
            Texts::Delete("a\"}\n".into()),
            RawEventBuf::new("delete", r#"{"event":"delete","payload":"a\"}\n"}"#),
        ),
        (Texts::Count(7), RawEventBuf::new("count", r#"{"event":"count","payload":"7"}"#)),
        (Texts::Closed, RawEventBuf::new("closed", r#"{"event":"closed"}"#)),
    ] {
        assert_eq!(event.encode().unwrap(), raw);
        assert_eq!(Texts::decode(raw.as_raw_event()).unwrap(), Decoded::Event(event));
    }
}

/// A failing payload leaves the buffer unchanged.
#[test]
fn failing_payload_leaves_buffer_as_it_was() {
    #[derive(SseEvent)]
    #[sse(encode_only, tag = "t", content = "c")]
    enum Event {
        #[event("a")]
        A(std::collections::HashMap<Vec<u8>, u8>),
    }

    let mut buffer = bytes::BytesMut::from("before");
    let event = Event::A([(vec![1], 1)].into());
    assert_eq!(event.write_to(&mut buffer).unwrap_err().kind(), ErrorKind::Encode);
    assert_eq!(buffer, "before");
}
