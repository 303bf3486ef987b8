//! serde's traits for kinds: a kind is written as its name.

use std::collections::BTreeMap;
use std::io::Cursor;

use serde::de::value::{BorrowedStrDeserializer, Error as ValueError, StrDeserializer, StringDeserializer};
use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(kind(name = Topic))]
enum Event {
    #[event("head", alias = "heads")]
    Head,
    #[event("\"quoted\"\\")]
    Quoted,
    #[event("ns/", prefix)]
    Namespace,
    #[event(other)]
    Unknown { event: String },
}

#[test]
fn serializes_as_string() {
    for kind in Topic::ALL {
        let json = serde_json::to_string(kind).expect("it has a name");
        assert_eq!(json, serde_json::to_string(kind.as_str()).expect("a string"));
        assert_eq!(serde_json::from_str::<Topic>(&json).expect("its own text"), *kind);
    }
}

#[test]
fn deserializes_from_every_name_and_string_type() {
    assert_eq!(serde_json::from_str::<Topic>(r#""heads""#).expect("an alias"), Topic::Head);
    assert_eq!(serde_json::from_str::<Topic>(r#""ns/x""#).expect("a prefix"), Topic::Namespace);
    assert_eq!(serde_json::from_str::<Topic>(r#""\u0068ead""#).expect("an escape"), Topic::Head);
    assert_eq!(serde_json::from_reader::<_, Topic>(Cursor::new(r#""head""#)).expect("a reader"), Topic::Head);
    assert_eq!(serde_json::from_value::<Topic>("head".into()).expect("an owned string"), Topic::Head);
    let strings = [
        Topic::deserialize(StrDeserializer::<ValueError>::new("head")),
        Topic::deserialize(BorrowedStrDeserializer::<ValueError>::new("head")),
        Topic::deserialize(StringDeserializer::<ValueError>::new("head".into())),
    ];
    assert_eq!(strings, [Ok(Topic::Head), Ok(Topic::Head), Ok(Topic::Head)]);
}

#[test]
fn kind_can_be_map_key() {
    let counts = BTreeMap::from([(Topic::Head, 2), (Topic::Namespace, 1)]);
    let json = serde_json::to_string(&counts).expect("a map");
    assert_eq!(json, r#"{"head":2,"ns/":1}"#);
    assert_eq!(serde_json::from_str::<BTreeMap<Topic, u8>>(&json).expect("a map"), counts);
    let value = serde_json::to_value(&counts).expect("a map");
    assert_eq!(serde_json::from_value::<BTreeMap<Topic, u8>>(value).expect("a map"), counts);
}

#[test]
fn kind_can_be_field_and_element() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Query {
        topics: Vec<Topic>,
        #[serde(default)]
        first: Option<Topic>,
    }
    let query = Query { topics: vec![Topic::Head, Topic::Quoted], first: None };
    let json = serde_json::to_string(&query).expect("JSON");
    assert_eq!(serde_json::from_str::<Query>(&json).expect("its own text"), query);
}

#[test]
fn rejects_unknown_name() {
    let error = serde_json::from_str::<Topic>(r#""tail""#).expect_err("no name").to_string();
    assert!(error.starts_with("unknown event name `tail`, expected one of `head`, "), "{error}");
    let error = serde_json::from_str::<Topic>("7").expect_err("no string").to_string();
    assert!(error.starts_with("invalid type: integer `7`, expected the name of an event"), "{error}");
}

#[test]
fn other_cannot_be_serialized() {
    let other = Topic::from(&Event::Unknown { event: "x".into() });
    let error = serde_json::to_string(&other).expect_err("it has no name");
    assert_eq!(error.to_string(), "the kind `Other` has no name");
    for json in [r#""""#, r#""Other""#, r#""other""#, "null"] {
        serde_json::from_str::<Topic>(json).expect_err(json);
    }
}

#[test]
fn every_event_converts_to_kind() {
    let events = [Event::Head, Event::Quoted, Event::Namespace];
    for (event, kind) in events.iter().zip(Topic::ALL) {
        assert_eq!(Topic::from(event), *kind);
        assert_eq!(event.event_type(), kind.as_str());
    }
}
