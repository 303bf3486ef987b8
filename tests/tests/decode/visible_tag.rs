//! The tag as a field of the payload: a struct that has a field of its key sees it.

use serde::{Deserialize, Serialize};
use sse_event::{DecodeEvent as _, Decoded, EncodeEvent as _, ErrorKind, RawEvent, SseEvent};

/// Like clients with public structs.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Stop {
    #[serde(rename = "type")]
    kind: String,
    index: u8,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Delta,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("stop", alias = "end")]
    Stop(Box<Stop>),
    #[event("delta")]
    Delta { r#type: Kind, text: String },
    #[event("hidden")]
    #[serde(deny_unknown_fields)]
    Hidden { text: String },
}

fn stop(kind: &str) -> Event {
    Event::Stop(Box::new(Stop { kind: kind.into(), index: 1 }))
}

#[test]
fn field_of_key_of_tag_has_its_value() {
    for (line, data, event) in [
        ("", r#"{"type":"stop","index":1}"#, stop("stop")),
        ("", r#"{"index":1,"type":"stop"}"#, stop("stop")),
        ("", r#"{"type":"end","index":1}"#, stop("end")),
        // A line names the event, so the field belongs to the payload.
        ("stop", r#"{"type":"else","index":1}"#, stop("else")),
        ("", r#"{"text":"a","type":"delta"}"#, Event::Delta { r#type: Kind::Delta, text: "a".into() }),
        ("", r#"{"text":"a","type":"hidden"}"#, Event::Hidden { text: "a".into() }),
    ] {
        assert_eq!(Event::decode(RawEvent::new(line, data)).unwrap(), Decoded::Event(event), "{data}");
    }
    let error = Event::decode(RawEvent::new("stop", r#"{"index":1}"#)).unwrap_err();
    assert!(error.to_string().contains("missing field `type`"), "{error}");
    let twice = r#"{"type":"stop","type":"stop","index":1}"#;
    assert!(
        Event::decode(RawEvent::new("", twice)).unwrap_err().to_string().contains("duplicate field `type`")
    );
}

#[test]
fn name_is_written_once() {
    assert_eq!(stop("stop").encode().unwrap().data, r#"{"type":"stop","index":1}"#);
    let delta = Event::Delta { r#type: Kind::Delta, text: "a".into() };
    assert_eq!(delta.encode().unwrap().data, r#"{"type":"delta","text":"a"}"#);
    let error = stop("end").encode().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert!(error.to_string().contains("already has the key `type`"), "{error}");
}
