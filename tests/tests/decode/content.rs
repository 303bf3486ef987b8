//! `content = "…"`: the payload under a separate key, alongside the key of the name.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use sse_event::{DecodeEvent as _, Decoded, Error, ErrorKind, RawEvent, RawEventBuf, SseEvent};

#[derive(Debug, Deserialize, PartialEq)]
struct Pod {
    name: String,
    #[serde(rename = "type")]
    kind: Option<String>,
}

/// Like the watch of Kubernetes: without lines.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", content = "object", rename_all = "SCREAMING_SNAKE_CASE")]
enum Watch {
    Added(Pod),
    Modified(Box<Pod>),
    #[event("DELETED", alias = "GONE")]
    Deleted {
        name: String,
        r#type: Option<String>,
    },
    Bookmark(Option<u8>),
    Count(HashMap<String, u8>),
    Closed,
    #[event(other)]
    Unknown(RawEventBuf),
}

fn watch(line: &str, data: &str) -> Result<Watch, Error> {
    Watch::try_from(RawEvent::new(line, data))
}

fn pod(name: &str, kind: Option<&str>) -> Pod {
    Pod { name: name.into(), kind: kind.map(Into::into) }
}

#[test]
fn payload_is_read_from_its_key() {
    for data in [
        r#"{"type":"ADDED","object":{"name":"a","type":"b"}}"#,
        r#"{"object":{"name":"a","type":"b"},"type":"ADDED"}"#,
        r#"{"seq":[{"type":"X"}],"object":{"type":"b","name":"a"},"type":"ADDED","more":{"object":1}}"#,
        "{ \"type\" : \"ADDED\" ,\n \"object\" : {\"name\":\"a\",\"type\":\"b\"} }",
        r#"{"\u0074ype":"ADDED","obj\u0065ct":{"name":"a","type":"b"}}"#,
    ] {
        for line in ["", "message", "ADDED"] {
            assert_eq!(watch(line, data).unwrap(), Watch::Added(pod("a", Some("b"))), "{line} {data}");
        }
    }
    let modified = r#"{"type":"MODIFIED","object":{"name":"a"}}"#;
    assert_eq!(watch("", modified).unwrap(), Watch::Modified(Box::new(pod("a", None))));
    let count = r#"{"type":"COUNT","object":{"type":1,"object":2}}"#;
    let counts = HashMap::from([("type".into(), 1), ("object".into(), 2)]);
    assert_eq!(watch("", count).unwrap(), Watch::Count(counts));
}

#[test]
fn field_of_payload_may_have_key_of_tag() {
    let deleted = Watch::Deleted { name: "a".into(), r#type: Some("b".into()) };
    for name in ["DELETED", "GONE"] {
        let data = format!(r#"{{"type":"{name}","object":{{"name":"a","type":"b"}}}}"#);
        assert_eq!(watch("", &data).unwrap(), deleted);
        assert_eq!(watch(name, &data).unwrap(), deleted);
    }
}

#[test]
fn unit_ignores_content() {
    for data in [r#"{"type":"CLOSED"}"#, r#"{"type":"CLOSED","object":[1]}"#] {
        assert_eq!(watch("", data).unwrap(), Watch::Closed);
    }
    assert_eq!(watch("CLOSED", "").unwrap(), Watch::Closed);
}

#[test]
fn missing_content_is_none_or_error() {
    assert_eq!(watch("", r#"{"type":"BOOKMARK"}"#).unwrap(), Watch::Bookmark(None));
    assert_eq!(watch("", r#"{"type":"BOOKMARK","object":null}"#).unwrap(), Watch::Bookmark(None));
    let error = watch("", r#"{"type":"ADDED","objects":{}}"#).unwrap_err();
    assert_eq!((error.kind(), error.event_type(), error.path()), (ErrorKind::Payload, "ADDED", Some("")));
    assert!(error.to_string().contains("missing field `object`"), "{error}");
}

#[test]
fn line_without_name_in_data_names_payload_itself() {
    assert_eq!(watch("ADDED", r#"{"name":"a"}"#).unwrap(), Watch::Added(pod("a", None)));
    // A key of the payload with the tag's name belongs to the payload.
    assert_eq!(watch("ADDED", r#"{"name":"a","type":"b"}"#).unwrap(), Watch::Added(pod("a", Some("b"))));
    let other_name = r#"{"name":"a","type":"MODIFIED"}"#;
    assert_eq!(watch("ADDED", other_name).unwrap(), Watch::Added(pod("a", Some("MODIFIED"))));
    let error = watch("ADDED", r#"{"type":"b","object":{"name":"a"}}"#).unwrap_err();
    assert!(error.to_string().contains("missing field `name`"), "{error}");
}

#[test]
fn unknown_name_keeps_whole_event() {
    let data = r#"{"type":"LATER","object":{}}"#;
    assert_eq!(watch("", data).unwrap(), Watch::Unknown(RawEventBuf::new("", data)));
    assert_eq!(watch("", data).unwrap().event_type(), "LATER");
}

#[test]
fn error_has_path_from_outermost_object() {
    for (data, path) in [
        (r#"{"type":"ADDED","object":{"name":1}}"#, "object.name"),
        (r#"{"object":{"name":1},"type":"ADDED"}"#, "object.name"),
        (r#"{"type":"ADDED","object":7}"#, "object"),
        (r#"{"type":"COUNT","object":{"a":1,"b":[]}}"#, "object.b"),
    ] {
        let error = watch("", data).unwrap_err();
        assert_eq!(
            (error.event_type(), error.path()),
            (&data[data.find("type").unwrap() + 7..][..5], Some(path))
        );
    }
}

#[test]
fn keys_that_are_given_twice_are_errors() {
    for (data, key) in [
        (r#"{"type":"ADDED","object":{"name":"a"},"object":{"name":"b"}}"#, "object"),
        (r#"{"type":"ADDED","type":"ADDED","object":{"name":"a"}}"#, "type"),
    ] {
        let error = watch("", data).unwrap_err();
        assert!(error.to_string().contains(&format!("duplicate field `{key}`")), "{error}");
    }
}

#[test]
fn hostile_data_is_an_error() {
    let deep = format!(r#"{{"type":"COUNT","object":{}"#, r#"{"object":"#.repeat(100_000));
    for data in [
        deep.as_str(),
        r#"{"type":"ADDED""#,
        r#"{"type":"ADDED","object""#,
        r#"{"type":"ADDED","object":{"name":"a"}"#,
        r#"{"type":"ADDED","object":{"name":"a"}} x"#,
    ] {
        assert_eq!(watch("", data).unwrap_err().kind(), ErrorKind::Payload);
    }
}

/// Like Mastodon: an object with a string payload over a WebSocket, a line and the payload as server-sent events.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "event", content = "payload", rename_all = "snake_case")]
enum Mastodon {
    Update(#[serde(deserialize_with = "json_or_text")] Pod),
    #[event(raw)]
    Delete(String),
    #[event(parse)]
    Count(u64),
    #[event(raw)]
    Note(Cow<'static, str>),
    FiltersChanged,
}

/// A value, or a string that contains its JSON.
fn json_or_text<'de, D: Deserializer<'de>>(json: D) -> Result<Pod, D::Error> {
    let value = match Value::deserialize(json)? {
        Value::String(text) => serde_json::from_str(&text),
        value => serde_json::from_value(value),
    };
    value.map_err(serde::de::Error::custom)
}

#[test]
fn string_holds_text_of_payload() {
    let decode = |line, data| Mastodon::decode(RawEvent::new(line, data)).unwrap();
    let update = Decoded::Event(Mastodon::Update(pod("a \"b\"", None)));
    assert_eq!(decode("update", r#"{"name":"a \"b\""}"#), update);
    let data = r#"{"stream":["user"],"event":"update","payload":"{\"name\":\"a \\\"b\\\"\"}"}"#;
    assert_eq!(decode("", data), update);

    let delete = Decoded::Event(Mastodon::Delete("0108".into()));
    assert_eq!(decode("delete", "0108"), delete);
    assert_eq!(decode("", r#"{"event":"delete","payload":"0108"}"#), delete);
    assert_eq!(decode("", r#"{"payload":"\u0030108","event":"delete"}"#), delete);
    let number = Decoded::Event(Mastodon::Delete(r#"[ 1,"a"]"#.into()));
    assert_eq!(decode("", r#"{"event":"delete","payload": [ 1,"a"] }"#), number);

    for data in [r#"{"event":"count","payload":"7"}"#, r#"{"event":"count","payload":7}"#] {
        assert_eq!(decode("", data), Decoded::Event(Mastodon::Count(7)));
    }
    assert_eq!(decode("count", "7"), Decoded::Event(Mastodon::Count(7)));
    let note = Decoded::Event(Mastodon::Note("é\n".into()));
    assert_eq!(decode("", r#"{"event":"note","payload":"é\n"}"#), note);
    assert_eq!(decode("", r#"{"event":"filters_changed"}"#), Decoded::Event(Mastodon::FiltersChanged));

    for data in
        [r#"{"event":"delete"}"#, r#"{"event":"count","payload":"x"}"#, r#"{"event":"delete","payload":"#]
    {
        assert_eq!(
            Mastodon::decode(RawEvent::new("", data)).unwrap_err().kind(),
            ErrorKind::Payload,
            "{data}"
        );
    }
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "event", content = "data")]
enum Borrowed<'a> {
    #[event("text", raw)]
    Text(&'a str),
    #[event("json")]
    Json(&'a str),
    #[event("message")]
    Message {
        #[serde(borrow)]
        text: Cow<'a, str>,
    },
}

#[test]
fn payload_borrows_from_data() {
    let decode = |data| Borrowed::decode(RawEvent::new("", data)).map(Decoded::into_event);
    assert_eq!(decode(r#"{"event":"text","data":"a"}"#).unwrap(), Some(Borrowed::Text("a")));
    assert_eq!(decode(r#"{"event":"json","data":"a"}"#).unwrap(), Some(Borrowed::Json("a")));
    let message = Some(Borrowed::Message { text: "a".into() });
    assert_eq!(decode(r#"{"event":"message","data":{"text":"a"}}"#).unwrap(), message);
    // There is no name, so the data is the payload.
    assert_eq!(decode(r#"{"text":"a"}"#).unwrap(), message);
    let error = decode(r#"{"event":"text","data":"\n"}"#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Payload);
    assert!(error.to_string().contains("written with escapes"), "{error}");
}

#[test]
fn line_that_is_not_read_decides_nothing() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", content = "properties", line = false)]
    enum Event {
        #[event("a")]
        A { n: u8 },
    }

    let data = r#"{"type":"a","properties":{"n":1}}"#;
    for line in ["", "a", "update"] {
        assert_eq!(Event::try_from(RawEvent::new(line, data)).unwrap(), Event::A { n: 1 });
    }
    assert!(Event::try_from(RawEvent::new("a", r#"{"n":1}"#)).is_err());
}

/// In an earlier version only serde's `tag` counted, not its `content`.
#[test]
fn content_of_serde_counts() {
    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[serde(tag = "t", content = "c", rename_all = "snake_case")]
    enum Event<T> {
        One(T),
        Two { n: T },
        Three,
    }

    for data in [
        r#"{"t":"one","c":[1]}"#,
        r#"{"c":[1],"t":"one"}"#,
        r#"{"t":"two","c":{"n":[1]}}"#,
        r#"{"t":"three"}"#,
    ] {
        let theirs: Event<Vec<u8>> = serde_json::from_str(data).unwrap();
        assert_eq!(Event::decode(RawEvent::new("", data)).unwrap(), Decoded::Event(theirs), "{data}");
    }
}
