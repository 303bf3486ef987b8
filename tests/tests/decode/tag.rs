//! `tag`: the event's name is the value of a JSON key.

use std::borrow::Cow;

use serde::Deserialize;
use sse_event::{DecodeEvent as _, Decoded, Error, ErrorKind, RawEvent, RawEventBuf, SseEvent};

#[derive(Debug, Deserialize, PartialEq)]
struct Payload {
    n: u8,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("add", alias = "plus")]
    Add(Payload),
    #[event("clear")]
    Clear,
    #[event("text", raw)]
    Text(String),
}

fn decode(line: &str, data: &str) -> Result<Decoded<Event>, Error> {
    Event::decode(RawEvent::new(line, data))
}

/// The event that only the data names.
#[track_caller]
fn event(data: &str) -> Event {
    decode("", data).expect("the data names an event").into_event().expect("an event")
}

/// The kind and the line of an error.
#[track_caller]
fn error(data: &str) -> (ErrorKind, String) {
    let error = decode("", data).expect_err("no event");
    assert_eq!(error.raw_event(), RawEvent::new("", data), "the raw event is whole");
    (error.kind(), error.to_string())
}

#[track_caller]
fn assert_unnamed(data: &str, why: &str) {
    let (kind, text) = error(data);
    assert_eq!(kind, ErrorKind::Unnamed, "{text}");
    assert!(text.contains(&format!("no name under \"type\": {why}: ")), "{text}");
}

const ADD: Event = Event::Add(Payload { n: 1 });

#[test]
fn line_wins_over_tag() {
    assert_eq!(decode("add", r#"{"type":"clear","n":1}"#).unwrap(), Decoded::Event(ADD));
    assert_eq!(decode("clear", r#"{"type":"add","n":1}"#).unwrap(), Decoded::Event(Event::Clear));
}

#[test]
fn tag_names_event_without_line() {
    for line in ["", "message"] {
        assert_eq!(decode(line, r#"{"type":"add","n":1}"#).unwrap(), Decoded::Event(ADD));
        assert_eq!(decode(line, r#"{"type":"plus","n":1}"#).unwrap(), Decoded::Event(ADD));
        assert_eq!(decode(line, r#"{"type":"ping"}"#).unwrap(), Decoded::Ignored);
    }
}

#[test]
fn unknown_line_does_not_fall_back_to_tag() {
    let error = decode("other", r#"{"type":"add","n":1}"#).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::UnknownEvent, "other"));
    assert_eq!(decode("ping", r#"{"type":"add","n":1}"#).unwrap(), Decoded::Ignored);
}

#[test]
fn sentinel_is_not_parsed_as_json() {
    assert_eq!(decode("", "[DONE]").unwrap(), Decoded::End);
    assert_eq!(decode("other", "[DONE]").unwrap(), Decoded::End);
}

#[test]
fn finds_tag_at_any_position() {
    for data in [
        r#"{"type":"add","n":1}"#,
        r#"{"n":1,"type":"add"}"#,
        r#"{"a":null,"n":1,"type":"add","z":[]}"#,
        "{ \"type\" : \"add\" , \"n\" : 1 }",
        "\r\n\t {\r\n\t \"n\"\t:\r1 ,\n \"type\" \n:\t\"add\" }",
        r#"{"nested":{"type":"clear","deep":[{"type":"clear"}]},"type":"add","n":1}"#,
        r#"{"text":"\"type\":\"clear\",}]\\","type":"add","n":1}"#,
        r#"{"s":"\\","t":"\\\"","type":"add","n":1}"#,
        r#"{"x":-1.5e+3,"y":true,"z":false,"type":"add","n":1}"#,
        r#"{"a":[[],{},[{}]],"":"","type":"add","n":1}"#,
        r#"{"long":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\"é","type":"add","n":1}"#,
    ] {
        assert_eq!(event(data), ADD, "{data}");
    }
}

#[test]
fn reads_escapes_in_key_and_name() {
    assert_eq!(event(r#"{"\u0074ype":"add","n":1}"#), ADD);
    assert_eq!(event(r#"{"type":"\u0061d\u0064","n":1}"#), ADD);
    assert_eq!(event(r#"{"n":1,"ty\u0070e":"\u0061dd"}"#), ADD);
    let (kind, text) = error(r#"{"type":"\u00e9\n\ud83d\ude00"}"#);
    assert_eq!(kind, ErrorKind::UnknownEvent);
    assert!(text.starts_with(r"unknown event `é\n😀`: "), "{text}");
}

#[test]
fn first_of_duplicate_tags_counts() {
    assert_eq!(event(r#"{"type":"add","type":"clear","n":1}"#), ADD);
    assert_eq!(event(r#"{"type":"clear","n":1,"type":"add"}"#), Event::Clear);
    assert_unnamed(r#"{"type":1,"type":"add"}"#, "its value is not a string");
}

#[test]
fn ignores_lookalikes_of_tag() {
    assert_eq!(event(r#"{"typ":"clear","types":"clear","Type":"clear","type":"add","n":1}"#), ADD);
    assert_unnamed(r#"{"types":"add"}"#, "the data has no such key");
}

#[test]
fn tag_that_is_not_string_is_unnamed() {
    for value in ["1", "null", "true", "[\"add\"]", "{\"type\":\"add\"}"] {
        assert_unnamed(&format!(r#"{{"type":{value},"n":1}}"#), "its value is not a string");
    }
}

#[test]
fn data_that_is_not_object_is_unnamed() {
    for data in ["[]", "\"add\"", "1", "null", "add", " ", r#"["add",{"n":1}]"#] {
        assert_unnamed(data, "the data is not a JSON object");
    }
    // A form feed is white space, but not in JSON.
    assert_unnamed("\u{c}{\"n\":1,\"type\":\"add\"}", "the data is not a JSON object");
    assert_unnamed(r#"[{"n":1},"type":"add"}"#, "the data is not a JSON object");
    assert_unnamed("", "the data is empty");
    assert_unnamed("{}", "the data has no such key");
    assert_unnamed(r#" { "n" : 1 } "#, "the data has no such key");
}

#[test]
fn broken_json_is_unnamed() {
    for data in [
        "{",
        "{n",
        r#"{"n"#,
        r#"{"n""#,
        r#"{"n":"#,
        r#"{"n":1"#,
        r#"{"n":1,"#,
        r#"{"n" 1}"#,
        r#"{"n":"x"#,
        r#"{"n":[1"#,
        r#"{"n":,"type":"add","m":1}"#,
        r#"{"n":1;"type":"add"}"#,
        r#"{"type""#,
        r#"{"type":"#,
        r#"{"type":"ad"#,
        r#"{"type":"\ud800"}"#,
        r#"{"n":1]"#,
        r#"{"n":"\"#,
        r#"{,"type":"add","n":1}"#,
    ] {
        assert_unnamed(data, "the data is not valid JSON");
    }
}

#[test]
fn broken_json_after_tag_is_payload_error() {
    for data in [
        r#"{"type":"add""#,
        r#"{"type":"add","n":1"#,
        r#"{"type":"add","n":1} x"#,
        r#"{"type":"add","n":true}"#,
    ] {
        let error = decode("", data).unwrap_err();
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "add"), "{data}");
    }
    let error = decode("", r#"{"type":"add","n":true}"#).unwrap_err();
    assert_eq!(error.path(), Some("n"), "{error}");
}

#[test]
fn broken_json_before_last_tag_is_payload_error() {
    for (data, path) in [
        (r#"{"n":,"type":"add"}"#, "n"),
        (r#"{"n":true,"type":"add"}"#, "n"),
        (r#"{"n":1,"x":[{],"type":"add"}"#, "x[0]"),
    ] {
        let error = decode("", data).unwrap_err();
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "add"), "{data}");
        assert_eq!(error.path(), Some(path), "{error}");
    }
}

#[test]
fn every_truncation_is_error_without_panic() {
    let data = r#"{"a":{"é":["\u00e9\\",1e9,true]},"type":"add","n":1}"#;
    for end in (0..data.len()).filter(|end| data.is_char_boundary(*end)) {
        assert!(decode("", &data[..end]).is_err(), "{}", &data[..end]);
    }
}

#[test]
fn raw_payload_contains_tag() {
    let data = r#"{"type":"text","n":1}"#;
    assert_eq!(event(data), Event::Text(data.into()));
}

#[test]
fn accepts_tag_keys_of_any_spelling() {
    macro_rules! tagged {
        ($name:ident, $key:literal) => {
            #[derive(Debug, PartialEq, SseEvent)]
            #[sse(tag = $key)]
            enum $name {
                #[event("notifications/message")]
                Add(Payload),
            }
            let data = format!(r#"{{"jsonrpc":"2.0","{}":"notifications/message","n":1}}"#, $key);
            assert_eq!($name::try_from(RawEvent::new("", &data)).unwrap(), $name::Add(Payload { n: 1 }));
        };
    }
    tagged!(EventType, "event_type");
    tagged!(EventKey, "event");
    tagged!(Method, "method");
    tagged!(Spaced, "the type");
    tagged!(NonAscii, "Ereignis-Ä");
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Kept {
    #[event("add")]
    Add(Payload),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", ignore("message"))]
enum Fields<'a> {
    #[event(other)]
    Unknown { event: Cow<'a, str>, data: &'a str },
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Message {
    #[event("message")]
    Message(serde_json::Value),
}

#[test]
fn other_variant_receives_unnamed_events() {
    for data in [r#"{"error":{}}"#, "", "[1]", "{", r#"{"type":"sub"}"#] {
        let raw = RawEvent::new("", data);
        assert_eq!(Kept::try_from(raw).unwrap(), Kept::Unknown(raw.to_buf()));
    }
}

#[test]
fn other_value_has_name_from_line_or_tag() {
    let kept = |line, data| Kept::try_from(RawEvent::new(line, data)).unwrap();
    assert_eq!(kept("", r#"{"n":1,"type":"sub"}"#).event_type(), "sub");
    assert_eq!(kept("line", r#"{"type":"sub"}"#).event_type(), "line");
    assert_eq!(kept("", r#"{"error":{}}"#).event_type(), "message");
    assert_eq!(kept("", r#"{"type":"s\u0075b"}"#).event_type(), "sub");
    let data = r#"{"type":"s\u0075b"}"#;
    let fields = Fields::try_from(RawEvent::new("", data)).unwrap();
    assert_eq!(fields, Fields::Unknown { event: "sub".into(), data });
    assert_eq!((fields.event_type(), fields.static_event_type()), ("sub", None));
}

#[test]
fn event_without_line_and_tag_is_message() {
    let Message::Message(value) = Message::try_from(RawEvent::new("", r#"{"n":1}"#)).unwrap();
    assert_eq!(value, serde_json::json!({ "n": 1 }));
    assert_eq!(Fields::decode(RawEvent::new("", "{}")).unwrap(), Decoded::Ignored);
    let error = Message::decode(RawEvent::new("", r#"{"type":"add"}"#)).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::UnknownEvent, "add"));
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", line = false, ignore("ping"))]
enum Lineless {
    #[event("add")]
    Add(Payload),
    #[event("text/", prefix, decode_with = name)]
    Text(String),
    #[event(other)]
    Unknown(RawEventBuf),
}

fn name(raw: RawEvent<'_>) -> Result<String, std::convert::Infallible> {
    Ok(raw.event.to_owned())
}

#[test]
fn line_is_not_read_where_data_names_event() {
    for line in ["", "message", "update", "add", "ping", "text/x"] {
        let decode = |data| Lineless::decode(RawEvent::new(line, data)).unwrap();
        assert_eq!(decode(r#"{"type":"add","n":1}"#), Decoded::Event(Lineless::Add(Payload { n: 1 })));
        assert_eq!(decode(r#"{"type":"ping"}"#), Decoded::Ignored);
        assert_eq!(decode(r#"{"type":"text/a"}"#), Decoded::Event(Lineless::Text("text/a".into())));
        let data = r#"{"type":"sub"}"#;
        let unknown = Lineless::Unknown(RawEventBuf::new(line, data));
        assert_eq!(unknown.event_type(), "sub");
        assert_eq!(decode(data), Decoded::Event(unknown));
    }
}
