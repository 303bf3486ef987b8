//! Encoding of derived wrappers: the event in the object with the other fields.

use serde::{Deserialize, Serialize};
use sse_event::{DecodeEvent, Decoded, EncodeEvent, ErrorKind, RawEvent, RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type", end = "[DONE]")]
enum Event {
    #[event("delta")]
    Delta { text: String },
    #[event("note", raw)]
    Note(String),
    #[event("count")]
    Count(u64),
    #[event("done", terminal)]
    Done,
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
#[serde(rename_all = "camelCase")]
struct Enveloped<T> {
    event_id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u64>,
    #[sse(nested)]
    #[serde(rename = "the \"event\"")]
    event: T,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Numbered<T> {
    #[sse(flatten)]
    event: T,
    #[serde(with = "millis")]
    after: std::time::Duration,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Rest {
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u8>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct RpcError {
    code: i32,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Rpc<T, E = RpcError> {
    #[sse(nested, error = "error")]
    result: Result<T, E>,
    id: u64,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
struct Bare<T> {
    #[sse(flatten)]
    event: T,
}

/// A codec for both directions.
mod millis {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_millis)
    }

    pub(super) fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        duration.as_millis().serialize(serializer)
    }
}

fn delta() -> Event {
    Event::Delta { text: "Hi".into() }
}

fn enveloped<T>(event: T) -> Enveloped<T> {
    Enveloped { event_id: 1, at: None, event }
}

fn numbered<T>(event: T) -> Numbered<T> {
    Numbered { event, after: std::time::Duration::from_millis(250), rest: Rest { n: Some(1) } }
}

/// The event is encoded as expected, decodes to the same value, and has the same wire form.
#[track_caller]
fn check<T: EncodeEvent + for<'de> DecodeEvent<'de> + std::fmt::Debug + PartialEq>(
    event: &T,
    line: &str,
    data: &str,
) {
    let raw = event.encode().expect("an event");
    assert_eq!(raw, RawEventBuf::new(line, data));
    let Ok(Decoded::Event(decoded)) = T::decode(raw.as_raw_event()) else { panic!("{raw:?}") };
    assert_eq!(&decoded, event);
    let mut wire = bytes::BytesMut::new();
    event.write_to(&mut wire).expect("an event");
    assert_eq!(wire, raw.to_wire().expect("a wire form").to_string());
}

#[test]
fn nested_event_follows_other_fields() {
    check(&enveloped(delta()), "delta", r#"{"eventId":1,"the \"event\"":{"type":"delta","text":"Hi"}}"#);
    check(&enveloped(Event::Done), "done", r#"{"eventId":1,"the \"event\"":{"type":"done"}}"#);
    check(&enveloped(Event::Note("[1, \"}\"]".into())), "note", r#"{"eventId":1,"the \"event\"":[1, "}"]}"#);
    let later = RawEventBuf::new("later", "[1]");
    check(&enveloped(Event::Unknown(later)), "later", r#"{"eventId":1,"the \"event\"":[1]}"#);
    let timed = Enveloped { at: Some(7), ..enveloped(delta()) };
    check(&timed, "delta", r#"{"eventId":1,"at":7,"the \"event\"":{"type":"delta","text":"Hi"}}"#);
}

#[test]
fn flattened_event_comes_before_other_fields() {
    check(&numbered(delta()), "delta", r#"{"type":"delta","text":"Hi","after":250,"n":1}"#);
    check(&numbered(Event::Done), "done", r#"{"type":"done","after":250,"n":1}"#);
    let later = RawEventBuf::new("later", r#" {"x" : 1 } "#);
    let raw = numbered(Event::Unknown(later)).encode().expect("an event");
    assert_eq!(raw, RawEventBuf::new("later", r#"{"x" : 1,"after":250,"n":1}"#));
    check(&Bare { event: delta() }, "delta", r#"{"type":"delta","text":"Hi"}"#);
}

#[test]
fn result_is_written_under_one_of_two_keys() {
    check(
        &Rpc::<_> { id: 1, result: Ok(delta()) },
        "delta",
        r#"{"id":1,"result":{"type":"delta","text":"Hi"}}"#,
    );
    let failed: Rpc<Event> = Rpc { id: 1, result: Err(RpcError { code: 7 }) };
    check(&failed, "", r#"{"id":1,"error":{"code":7}}"#);
    check(&enveloped(failed), "", r#"{"eventId":1,"the \"event\"":{"id":1,"error":{"code":7}}}"#);
}

#[test]
fn wrapper_of_wrapper_is_written() {
    let nested = enveloped(Numbered {
        rest: Rest { n: None },
        ..numbered(Rpc::<_> { id: 2, result: Ok(Event::Done) })
    });
    check(
        &Rpc::<_> { id: 3, result: Ok(nested) },
        "done",
        r#"{"id":3,"result":{"eventId":1,"the \"event\"":{"id":2,"result":{"type":"done"},"after":250}}}"#,
    );
}

#[test]
fn id_and_retry_of_event_are_kept() {
    let retry = std::time::Duration::from_secs(1);
    let kept = RawEventBuf::from(RawEvent::new("later", "{}").with_id("7").with_retry(retry));
    let raw = enveloped(Event::Unknown(kept)).encode().expect("an event");
    assert_eq!((raw.id.as_deref(), raw.retry), (Some("7"), Some(retry)));
}

/// Data from somebody else must not add keys to the surrounding object.
#[test]
fn data_that_is_not_json_is_refused() {
    for data in ["", "Hi", "1,\"eventId\":2", "{}}", "{", r#"{"a":1}, "b":2"#] {
        let note = enveloped(Event::Note(data.into())).encode().expect_err("no JSON");
        assert_eq!((note.kind(), note.event_type()), (ErrorKind::Encode, "note"), "{data}");
        let later = enveloped(Event::Unknown(RawEventBuf::new("later", data))).encode().expect_err("no JSON");
        assert!(later.to_string().starts_with(
            "an unknown event cannot be encoded: the data of an event within an object must be"
        ));
        let beside = numbered(Event::Note(data.into())).encode().expect_err("no JSON");
        assert_eq!((beside.kind(), beside.event_type()), (ErrorKind::Encode, "note"), "{data}");
    }
}

#[test]
fn event_without_room_for_fields_is_refused() {
    for event in [Event::Note("[1]".into()), Event::Note("7".into()), Event::Note("\"}{\"".into())] {
        let error = numbered(event).encode().expect_err("no object");
        let message = "the event `note` cannot be encoded: the event is not an object, so the wrapper cannot add its fields";
        assert_eq!(error.to_string(), message);
    }
    let mut wire = bytes::BytesMut::from("as it was");
    numbered(Event::Note("[1]".into())).write_to(&mut wire).expect_err("no object");
    assert_eq!(wire, "as it was");
}

#[derive(Debug, SseEvent)]
#[sse(encode_only)]
struct Around {
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, u8>,
    #[sse(nested)]
    event: Event,
}

#[test]
fn duplicate_keys_are_refused() {
    for text in [r#"{"after":1}"#, r#"{"x":{},"\u0061fter":1}"#, r#"{"n":null}"#] {
        let error = numbered(Event::Note(text.into())).encode().expect_err("the key is taken");
        assert!(
            error.to_string().contains("the event and a field of its wrapper have the same key"),
            "{error}"
        );
    }
    let data = r#"{"x":{"after":1},"y":"n"}"#;
    numbered(Event::Note(data.into())).encode().expect("nested keys are others");

    let around = Around { rest: [("event".to_owned(), 1)].into(), event: Event::Done };
    assert_eq!(around.encode().expect_err("the key is taken").kind(), ErrorKind::Encode);
}
