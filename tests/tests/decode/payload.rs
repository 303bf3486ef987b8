//! How data decodes: JSON payloads, unit variants, smart pointers and borrowed payloads.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use sse_event::{ErrorKind, SseEvent};
use sse_event_tests::outcome::{error, event};

#[derive(Debug, Deserialize, PartialEq)]
struct Usage {
    tokens: u32,
}

#[derive(Debug, SseEvent)]
enum Event<'a> {
    #[event("usage")]
    Usage(Usage),
    #[event("optional")]
    Optional(Option<Usage>),
    #[event("unit")]
    Unit,
    #[event("nothing")]
    Nothing(()),
    #[event("list")]
    List(Vec<u8>),
    #[event("map")]
    Map(BTreeMap<String, serde_json::Value>),
    #[event("box")]
    Boxed(Box<Usage>),
    #[event("cow")]
    Cow(Cow<'a, str>),
    #[event("borrowed")]
    Borrowed(&'a str),
    #[event("json")]
    Json(&'a RawValue),
    #[event("owned_json")]
    OwnedJson(Box<RawValue>),
    #[event("tuple")]
    Tuple((u8, &'a str)),
}

#[test]
fn decodes_json() {
    assert!(matches!(event("usage", r#"{"tokens":3}"#), Event::Usage(Usage { tokens: 3 })));
    assert!(matches!(event("list", " [1,\n2] "), Event::List(list) if list == [1, 2]));
    assert!(matches!(event("tuple", r#"[1,"a"]"#), Event::Tuple((1, "a"))));
    assert!(matches!(event("map", r#"{"a":[{}]}"#), Event::Map(map) if map["a"].is_array()));
}

#[test]
fn empty_data_is_null() {
    assert!(matches!(event("optional", ""), Event::Optional(None)));
    assert!(matches!(event("optional", "null"), Event::Optional(None)));
    assert!(matches!(event("optional", r#"{"tokens":1}"#), Event::Optional(Some(Usage { tokens: 1 }))));
    assert!(matches!(event("nothing", ""), Event::Nothing(())));
    assert!(matches!(event("owned_json", ""), Event::OwnedJson(json) if json.get() == "null"));
    let error = error::<Event<'_>>("usage", "");
    assert_eq!((error.kind(), error.path(), error.raw_event().data), (ErrorKind::Payload, None, ""));
}

#[test]
fn blank_data_is_not_null() {
    assert_eq!(error::<Event<'_>>("optional", " ").kind(), ErrorKind::Payload);
}

#[test]
fn unit_variant_ignores_data() {
    for data in ["", "{}", "null", "garbage {", "[DONE]", "\u{0}"] {
        assert!(matches!(event("unit", data), Event::Unit));
    }
}

#[test]
fn accepts_pointers_and_borrowed_payloads() {
    assert!(matches!(event("box", r#"{"tokens":3}"#), Event::Boxed(usage) if usage.tokens == 3));
    assert!(matches!(event("cow", r#""a\n""#), Event::Cow(text) if text == "a\n"));
    assert!(matches!(event("owned_json", "[1, 2]"), Event::OwnedJson(json) if json.get() == "[1, 2]"));
    let data = r#""text""#.to_owned();
    let Event::Borrowed(text) = event("borrowed", &data) else { panic!("another variant") };
    assert!(std::ptr::eq(text, &raw const data[1..5]), "no copy");
    let data = "{ \"a\" : 1e400 }".to_owned();
    let Event::Json(json) = event("json", &data) else { panic!("another variant") };
    assert!(std::ptr::eq(json.get(), &raw const data[..]), "no copy, and not looked into");
    // An escape cannot be borrowed.
    assert_eq!(error::<Event<'_>>("borrowed", r#""a\n""#).kind(), ErrorKind::Payload);
}

#[test]
fn rejects_data_after_payload() {
    for data in [r#"{"tokens":3} x"#, r#"{"tokens":3}{"tokens":3}"#, r#"{"tokens":3},"#] {
        assert!(
            error::<Event<'_>>("usage", data).json_error().is_some_and(serde_json::Error::is_syntax),
            "{data}"
        );
    }
}
