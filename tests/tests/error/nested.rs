//! Malformed values deep in the data: a union in the payload of an event in a wrapper. Each error is about the
//! outermost object: its path begins there, and it keeps the whole event.

use serde::Deserialize;
use sse_event::{DecodeEvent as _, Error, ErrorKind, RawEvent, SseEvent};

#[derive(Debug, SseEvent)]
#[expect(dead_code, reason = "only errors are checked")]
struct Envelope {
    id: u64,
    #[sse(nested, error = "error")]
    result: Result<Event, Failure>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
struct Failure {
    code: i32,
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
#[expect(dead_code, reason = "only errors are checked")]
enum Event {
    #[event("item")]
    Item { parts: Vec<Part> },
    #[event("watch")]
    Watch { change: Change },
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
enum Part {
    #[event("text")]
    Text { text: String },
    #[event("list")]
    List { parts: Vec<Part> },
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", content = "object", deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
enum Change {
    #[event("added")]
    Added(Part),
}

/// Checks the error for the data of an event: its name, its path and its cause.
#[track_caller]
fn check(data: &str, name: &str, path: &str, message: &str) {
    let raw = RawEvent::new("", data).with_id("7");
    let error = Envelope::decode(raw).expect_err(data);
    assert_eq!(
        (error.kind(), error.event_type(), error.path()),
        (ErrorKind::Payload, name, Some(path)),
        "{error}"
    );
    assert!(error.to_string().contains(message), "{error}");
    assert_eq!(error.raw_event(), raw, "the event is kept whole");
}

fn part(part: &str) -> String {
    format!(r#"{{"id":1,"result":{{"type":"item","parts":[{{"type":"text","text":"a"}},{part}]}}}}"#)
}

fn change(change: &str) -> String {
    format!(r#"{{"id":1,"result":{{"type":"watch","change":{change}}}}}"#)
}

#[test]
fn tag_of_union_has_path_of_its_object() {
    let path = "result.parts[1]";
    check(&part(r#"{"text":"b"}"#), "item", path, "missing field `type`");
    check(&part("{}"), "item", path, "missing field `type`");
    check(&part(r#"{"type":7,"text":"b"}"#), "item", "result.parts[1].type", "invalid type: integer `7`");
    check(&part(r#"{"text":"b","type":null}"#), "item", "result.parts[1].type", "invalid type: null");
    check(&part(r#"{"type":"later"}"#), "item", "result.parts[1].type", "unknown variant `later`");
    check(
        &part(r#"{"type":"text","text":"b","type":"text"}"#),
        "item",
        "result.parts[1].type",
        "duplicate field `type`",
    );
    check(
        &part(r#"{"text":"b","type":"text","type":"text"}"#),
        "item",
        "result.parts[1].type",
        "duplicate field `type`",
    );
    check(&part("null"), "item", path, "invalid type: null");
}

#[test]
fn tag_of_adjacent_union_has_path_of_its_object() {
    let path = "result.change";
    check(&change(r#"{"object":{"type":"text","text":"b"}}"#), "watch", path, "missing field `type`");
    check(&change(r#"{"type":"added"}"#), "watch", path, "missing field `object`");
    check(&change(r#"{"type":[],"object":{}}"#), "watch", "result.change.type", "invalid type: sequence");
    check(
        &change(r#"{"type":"later","object":{}}"#),
        "watch",
        "result.change.type",
        "unknown variant `later`",
    );
    let twice = r#"{"type":"added","object":{"type":"text","text":"b"},"type":"added"}"#;
    check(&change(twice), "watch", "result.change.type", "duplicate field `type`");
    let twice = r#"{"type":"added","object":{"type":"text","text":"b"},"object":1}"#;
    check(&change(twice), "watch", "result.change.object", "duplicate field `object`");
    let inner = r#"{"type":"added","object":{"type":"text","text":7}}"#;
    check(&change(inner), "watch", "result.change.object.text", "invalid type: integer `7`");
}

#[test]
fn envelope_has_its_own_path() {
    check(r#"{"id":1}"#, "message", "", "neither `result` nor `error` is present");
    check(r#"{"id":1,"result":null}"#, "message", "", "neither `result` nor `error` is present");
    let both = r#"{"id":1,"result":{"type":"item","parts":[]},"error":{"code":1}}"#;
    check(both, "message", "", "`result` and `error` are both present");
    let twice = r#"{"id":1,"result":{"type":"item","parts":[]},"result":{}}"#;
    check(twice, "message", "result", "duplicate field `result`");
    check(r#"{"id":1,"error":{"code":"x"}}"#, "message", "error.code", "invalid type: string \"x\"");
}

/// The name of an event is unknown if nothing names it: the path is that of its object.
#[test]
fn event_without_name_has_path_of_its_object() {
    for (event, why) in [
        ("{}", "has no such key at result"),
        (r#"{"type":7}"#, "at result"),
        (r#"{"type":"later"}"#, "unknown event `later`"),
    ] {
        let data = format!(r#"{{"id":1,"result":{event}}}"#);
        let error = Envelope::decode(RawEvent::new("", &data)).expect_err(event);
        assert!(matches!(error.kind(), ErrorKind::Unnamed | ErrorKind::UnknownEvent), "{error}");
        assert_eq!(error.raw_event().data, data, "the event is kept whole");
        assert!(error.to_string().contains(why), "{error}");
    }
}

#[test]
fn deep_nesting_is_an_error_wherever_it_is() {
    let nest = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    let is_refused = |error: &Error| {
        assert_eq!(error.kind(), ErrorKind::Payload, "{error}");
        assert!(error.to_string().contains("recursion limit exceeded"), "{error}");
        assert!(
            error.to_string().len() < 800 && error.path().is_some_and(|path| path.len() < 2000),
            "{error}"
        );
    };
    let list = nest(r#"{"type":"list","parts":["#, "]}");
    for (data, begin) in [
        (part(&format!(r#"{{"x":{},"type":"text","text":"b"}}"#, nest("[", "]"))), "result.parts[1]"),
        (part(&list), "result.parts[1].parts[0].parts[0]"),
        (part(&nest(r#"{"parts":["#, r#"],"type":"list"}"#)), "result.parts[1]"),
        (change(&format!(r#"{{"type":"added","object":{list}}}"#)), "result.change.object.parts[0].parts[0]"),
        (change(&format!(r#"{{"object":{list},"type":"added"}}"#)), "result.change"),
    ] {
        let raw = RawEvent::new("", &data);
        let error = Envelope::decode(raw).expect_err(begin);
        is_refused(&error);
        assert!(error.path().is_some_and(|path| path.starts_with(begin)), "{begin}: {error}");
        assert_eq!(error.raw_event(), raw, "the event is kept whole");
    }
}
