//! Objects that are not members of the union: errors with paths, and no panics.

use serde::Deserialize;
use serde_json::Value;
use sse_event::{DecodeEvent as _, Error, RawEvent, SseEvent};

#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
#[expect(dead_code, reason = "only errors are checked")]
enum Event {
    #[event("item")]
    Item { index: u8, items: Vec<Item> },
}

#[derive(Debug, Deserialize)]
struct Item {
    #[expect(dead_code, reason = "only errors are checked")]
    part: Option<Part>,
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
enum Part {
    #[event("text")]
    Text { text: String, logprobs: Option<Vec<f64>> },
    #[event("nested")]
    Nested { part: Box<Part> },
    #[event("any")]
    Any(Value),
    #[event("unit")]
    Unit,
}

/// The error for a part of an event.
fn error(part: &str) -> Error {
    let data = format!(r#"{{"type":"item","index":1,"items":[{{}},{{"part":{part}}},{{}}]}}"#);
    Event::decode(RawEvent::new("", &data)).expect_err(part)
}

#[track_caller]
fn check(part: &str, path: &str, message: &str) {
    let error = error(part);
    assert_eq!(error.path(), Some(path), "{error}");
    assert!(error.to_string().contains(message), "{error}");
}

const PART: &str = "items[1].part";

#[test]
fn error_has_path_from_outermost_object() {
    check(
        r#"{"type":"text","text":7}"#,
        "items[1].part.text",
        "invalid type: integer `7`, expected a string",
    );
    let path = "items[1].part.logprobs[1]";
    check(r#"{"type":"text","text":"","logprobs":[1,"x"]}"#, path, "invalid type: string \"x\"");
    check(
        r#"{"type":"nested","part":{"type":"text","text":[]}}"#,
        "items[1].part.part.text",
        "invalid type: sequence",
    );
    check(r#"{"type":"text"}"#, PART, "missing field `text`");
}

/// The entries before the tag are read after it: the path is that of the object, and the message has the key.
#[test]
fn error_before_tag_has_path_of_object() {
    check(r#"{"text":7,"type":"text"}"#, PART, "`text`: invalid type: integer `7`, expected a string");
    check(r#"{"text":7,"type":"text","logprobs":[1,2]}"#, PART, "`text`: invalid type: integer `7`");
    check(
        r#"{"text":"","type":"text","logprobs":["x"]}"#,
        "items[1].part.logprobs[0]",
        "invalid type: string",
    );
}

#[test]
fn tag_has_to_be_there_once() {
    check("{}", PART, "missing field `type`");
    check(r#"{"text":"a"}"#, PART, "missing field `type`");
    let path = "items[1].part.type";
    check(
        r#"{"type":7,"text":"a"}"#,
        path,
        "invalid type: integer `7`, expected a string that names a variant of `Part`",
    );
    check(r#"{"type":null}"#, path, "invalid type: null");
    check(r#"{"text":"","type":["text"]}"#, path, "invalid type: sequence");
    check(
        r#"{"type":"later"}"#,
        path,
        "unknown variant `later`, expected one of `text`, `nested`, `any`, `unit`",
    );
    for twice in [
        r#"{"type":"text","text":"a","type":"text"}"#,
        r#"{"text":"a","type":"text","type":"nested"}"#,
        r#"{"type":"unit","type":"unit"}"#,
        r#"{"type":"any","a":1,"\u0074ype":"any"}"#,
    ] {
        assert!(error(twice).to_string().contains("duplicate field `type`"), "{}", error(twice));
    }
}

#[test]
fn only_an_object_is_a_union() {
    for part in ["7", "\"text\"", "[\"text\",{}]", "true"] {
        check(part, PART, "expected an object whose key `type` names a variant of `Part`");
    }
}

#[test]
fn broken_text_is_an_error() {
    for part in [r#"{"type""#, r#"{"type":"#, r#"{"type":"text"#, r#"{"type":"text",}"#, r#"{"a":[}"#] {
        assert!(error(part).json_error().is_some(), "{part}");
        assert!(serde_json::from_str::<Part>(part).is_err(), "{part}");
    }
}

#[test]
fn deep_nesting_is_an_error() {
    let nest = |open: &str, inner: &str, close: &str| open.repeat(100_000) + inner + &close.repeat(100_000);
    for part in [
        nest(r#"{"type":"nested","part":"#, "{}", "}"),
        nest(r#"{"part":"#, "{}", r#","type":"nested"}"#),
        nest(r#"{"type":"any","a":"#, "1", "}"),
        nest(r#"{"a":"#, "1", r#","type":"any"}"#),
        format!(r#"{{"a":{},"type":"any"}}"#, nest("[", "1", "]")),
    ] {
        assert!(error(&part).to_string().contains("recursion limit exceeded"));
        assert!(serde_json::from_str::<Part>(&part).is_err());
    }
}
