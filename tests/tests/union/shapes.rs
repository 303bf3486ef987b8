//! The payloads of variants, and the places of a union.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::{DecodeEvent as _, Decoded, RawEvent, SseEvent};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Text {
    text: String,
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(tag = "type", deserialize, serialize)]
enum Part {
    #[event("text", alias = "txt")]
    Text(Text),
    #[event("boxed")]
    Boxed(Box<Text>),
    #[event("named")]
    Named {
        #[serde(rename = "n")]
        number: u8,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    #[event("list")]
    List { parts: Vec<Part> },
    #[event("map")]
    Map(BTreeMap<u16, bool>),
    #[event("value")]
    Value(Value),
    #[event("unit")]
    Unit,
    #[event("empty")]
    Empty(()),
    #[event("optional")]
    Optional(Option<Text>),
    #[event("choice")]
    Choice(Choice),
    #[event("nested")]
    Nested(Box<Kind>),
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    One(u8),
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(tag = "kind", deserialize, serialize)]
enum Kind {
    #[event("part")]
    Part { part: Part },
    #[event("text")]
    Text(Text),
}

fn text(text: &str) -> Text {
    Text { text: text.into() }
}

fn parts() -> Vec<(&'static str, Part)> {
    vec![
        (r#"{"type":"text","text":"a"}"#, Part::Text(text("a"))),
        (r#"{"type":"boxed","text":"\n"}"#, Part::Boxed(Box::new(text("\n")))),
        (r#"{"type":"named","n":1}"#, Part::Named { number: 1, note: None }),
        (r#"{"type":"named","n":1,"note":"b"}"#, Part::Named { number: 1, note: Some("b".into()) }),
        (
            r#"{"type":"list","parts":[{"type":"unit"},{"type":"text","text":"a"}]}"#,
            Part::List { parts: vec![Part::Unit, Part::Text(text("a"))] },
        ),
        (r#"{"type":"map","1":true,"20":false}"#, Part::Map([(1, true), (20, false)].into())),
        (
            r#"{"type":"value","a":[1,-1,1.5,null,{}]}"#,
            Part::Value(serde_json::json!({"a":[1,-1,1.5,null,{}]})),
        ),
        (r#"{"type":"unit"}"#, Part::Unit),
        (r#"{"type":"empty"}"#, Part::Empty(())),
        (r#"{"type":"optional","text":"a"}"#, Part::Optional(Some(text("a")))),
        (r#"{"type":"choice","one":1}"#, Part::Choice(Choice::One(1))),
        (
            r#"{"type":"nested","kind":"part","part":{"type":"unit"}}"#,
            Part::Nested(Box::new(Kind::Part { part: Part::Unit })),
        ),
        (r#"{"type":"nested","kind":"text","text":"a"}"#, Part::Nested(Box::new(Kind::Text(text("a"))))),
    ]
}

/// The object with its first key moved to the end.
fn tag_last(json: &str) -> String {
    let (tag, rest) = json[1..json.len() - 1].split_once(',').unwrap_or((&json[1..json.len() - 1], ""));
    if rest.is_empty() { json.to_owned() } else { format!("{{{rest},{tag}}}") }
}

#[test]
fn every_shape_is_read_and_written() {
    for (json, part) in parts() {
        assert_eq!(serde_json::from_str::<Part>(json).unwrap(), part, "{json}");
        assert_eq!(serde_json::from_str::<Part>(&tag_last(json)).unwrap(), part, "{json}");
        assert_eq!(serde_json::to_string(&part).unwrap(), json);
    }
}

/// The same with other deserializers and serializers than those of a text.
#[test]
fn other_formats_describe_themselves_too() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(untagged)]
    enum Either {
        Part(Part),
    }

    for (json, part) in parts() {
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_value(&part).unwrap(), value);
        assert_eq!(serde_json::from_value::<Part>(value.clone()).unwrap(), part, "{json}");
        assert_eq!(serde_json::from_reader::<_, Part>(json.as_bytes()).unwrap(), part, "{json}");
        assert_eq!(serde_json::from_reader::<_, Part>(tag_last(json).as_bytes()).unwrap(), part, "{json}");
        // serde's buffer.
        assert_eq!(serde_json::from_str::<Either>(json).unwrap(), Either::Part(part), "{json}");
    }
}

#[test]
fn union_is_a_part_of_other_types() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Message {
        id: u8,
        part: Part,
        more: Vec<Part>,
        boxed: Box<Part>,
        last: Option<Part>,
        by_name: HashMap<String, Part>,
        #[serde(flatten)]
        flat: Part,
    }

    let message = Message {
        id: 1,
        part: Part::Unit,
        more: vec![Part::Text(text("a")), Part::Unit],
        boxed: Box::new(Part::Unit),
        last: Some(Part::Named { number: 1, note: None }),
        by_name: HashMap::from([("x".into(), Part::Unit)]),
        flat: Part::Text(text("b")),
    };
    let json = serde_json::to_string(&message).unwrap();
    assert!(json.ends_with(r#""type":"text","text":"b"}"#), "{json}");
    assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
}

#[test]
fn union_is_an_event_too() {
    for (json, part) in parts() {
        assert_eq!(Part::decode(RawEvent::new("", json)).unwrap(), Decoded::Event(part), "{json}");
    }
}

#[test]
fn lines_of_json_are_unions() {
    let lines = parts().iter().map(|(json, _)| *json).collect::<Vec<_>>().join("\n");
    let read: Vec<Part> =
        serde_json::Deserializer::from_str(&lines).into_iter().collect::<Result<_, _>>().unwrap();
    assert_eq!(read, parts().into_iter().map(|(_, part)| part).collect::<Vec<_>>());
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", deserialize, serialize)]
enum Borrowed<'a, T> {
    #[event("text")]
    Text { text: &'a str },
    #[event("cow")]
    Cow {
        #[serde(borrow)]
        text: Cow<'a, str>,
        of: T,
    },
    #[event("of")]
    Of(T),
}

#[test]
fn union_borrows_and_is_generic() {
    type Event<'a> = Borrowed<'a, HashMap<String, u8>>;
    for json in [r#"{"type":"text","text":"a"}"#, r#"{"text":"a","type":"text"}"#] {
        assert_eq!(serde_json::from_str::<Event<'_>>(json).unwrap(), Borrowed::Text { text: "a" });
    }
    let cow = serde_json::from_str::<Event<'_>>(r#"{"of":{"x":1},"text":"a","type":"cow"}"#).unwrap();
    assert!(matches!(&cow, Borrowed::Cow { text: Cow::Borrowed("a"), of } if of["x"] == 1));
    let of: Event<'_> = Borrowed::Of(HashMap::from([("x".into(), 1)]));
    let json = serde_json::to_string(&of).unwrap();
    assert_eq!(json, r#"{"type":"of","x":1}"#);
    assert_eq!(serde_json::from_str::<Event<'_>>(&json).unwrap(), of);
    // A text with escapes cannot be borrowed.
    assert!(serde_json::from_str::<Event<'_>>(r#"{"type":"text","text":"\n"}"#).is_err());
}

#[test]
fn functions_of_fields_count() {
    mod text {
        use serde::{Deserialize, Deserializer, Serializer};

        #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
        pub(super) fn serialize<S: Serializer>(number: &u8, to: S) -> Result<S::Ok, S::Error> {
            to.collect_map([("n", number.to_string())])
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
            #[derive(Deserialize)]
            struct Number {
                n: String,
            }
            Number::deserialize(from)?.n.parse().map_err(serde::de::Error::custom)
        }
    }

    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", deserialize, serialize)]
    enum Event {
        #[event("a")]
        A(#[serde(with = "text")] u8),
        #[event("b")]
        B(#[serde(deserialize_with = "text::deserialize")] u8),
        #[cfg(any())]
        #[event("c")]
        C(Missing),
    }

    let a: Event = serde_json::from_str(r#"{"type":"a","n":"7"}"#).unwrap();
    assert_eq!(a, Event::A(7));
    assert_eq!(serde_json::to_string(&a).unwrap(), r#"{"type":"a","n":"7"}"#);
    assert_eq!(serde_json::from_str::<Event>(r#"{"n":"7","type":"b"}"#).unwrap(), Event::B(7));
    assert!(
        serde_json::to_string(&Event::B(7)).unwrap_err().to_string().contains("the payload is an integer")
    );
}

/// Like public structs: the payload has the tag as a field.
#[test]
fn payload_with_tag_as_field_sees_it() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Block {
        #[serde(rename = "type")]
        kind: String,
        text: String,
    }

    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", deserialize)]
    enum Event {
        #[event("a", alias = "b")]
        A(Box<Block>),
        #[event("c")]
        C(Option<Block>),
    }

    for name in ["a", "b", "c", "\\u0061"] {
        let kind = name.replace("\\u0061", "a");
        let block = Block { kind: kind.clone(), text: "t".into() };
        let event = if kind == "c" { Event::C(Some(block)) } else { Event::A(Box::new(block)) };
        for json in [
            format!(r#"{{"type":"{name}","text":"t","x":1}}"#),
            format!(r#"{{"text":"t","type":"{name}","x":1}}"#),
            format!(r#"{{"x":1,"text":"t","type":"{name}"}}"#),
        ] {
            assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event, "{json}");
        }
    }
    let error = serde_json::from_str::<Event>(r#"{"type":"a","text":"t","type":"a"}"#).unwrap_err();
    assert!(error.to_string().contains("duplicate field `type`"), "{error}");
}
