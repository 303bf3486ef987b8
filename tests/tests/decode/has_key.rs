//! `has_key`: variants with the same name, distinguished by a key of the data.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde::Deserialize;
use serde_json::Value;
use sse_event::{DecodeEvent as _, DecodeEventOwned, Decoded, ErrorKind, RawEvent, SseEvent};
use sse_event_tests::outcome::{error, event};

#[derive(Debug, Deserialize, PartialEq)]
pub(super) struct Chunk {
    pub(super) text: String,
}

/// The variant without `has_key` comes first.
#[derive(Debug, PartialEq, SseEvent)]
pub(super) enum Chat {
    #[event("message")]
    Chunk(Chunk),
    #[event("message", has_key = "error", error)]
    Error { error: String },
}

/// The variant without `has_key` comes last.
#[derive(Debug, PartialEq, SseEvent)]
pub(super) enum Turned {
    #[event("message", has_key = "error", error)]
    Error { error: String },
    #[event("message")]
    Chunk(Chunk),
}

/// Whether the event is decoded as the error, in either order of declaration.
#[track_caller]
fn is_error(data: &str) -> bool {
    fn decode<T: DecodeEventOwned>(data: &str) -> Option<bool> {
        Some(T::decode(RawEvent::new("", data)).ok()?.into_event()?.is_error())
    }
    let chat = decode::<Chat>(data).unwrap_or_else(|| panic!("{data} does not decode"));
    assert_eq!(Some(chat), decode::<Turned>(data), "{data}");
    chat
}

#[test]
fn key_selects_variant_in_either_declaration_order() {
    for name in ["", "message"] {
        let failed = event::<Chat>(name, r#"{"error":"quota"}"#);
        assert_eq!(failed, Chat::Error { error: "quota".into() });
        assert!(failed.is_error());
        assert_eq!(event::<Turned>(name, r#"{"error":"quota"}"#), Turned::Error { error: "quota".into() });

        let chunk = event::<Chat>(name, r#"{"text":"Hi"}"#);
        assert_eq!(chunk, Chat::Chunk(Chunk { text: "Hi".into() }));
        assert!(!chunk.is_error());
        assert_eq!(event::<Turned>(name, r#"{"text":"Hi"}"#), Turned::Chunk(Chunk { text: "Hi".into() }));
    }
}

#[test]
fn finds_key_anywhere_at_top_level() {
    for data in [
        r#"{"error":"e"}"#,
        r#"{"error":"e","text":"t"}"#,
        r#"{"text":"t","error":"e"}"#,
        r#"{"a":[{"b":"}"},"\"]"],"c":-1e5,"d":true,"error":"e"}"#,
        " \r\n{ \"a\" : 1 , \"error\"\t: \"e\" } ",
        r#"{"err\u006fr":"e"}"#,
        r#"{"\u0065\u0072ror":"e","text":"t"}"#,
    ] {
        assert_eq!(event::<Chat>("", data), Chat::Error { error: "e".into() }, "{data}");
        assert!(is_error(data));
    }
}

#[test]
fn ignores_lookalikes_of_key() {
    for data in [
        r#"{"text":"t","error":null}"#,
        r#"{"error" : null , "text":"t"}"#,
        r#"{"text":"\"error\":\"e\""}"#,
        r#"{"text":"t","inner":{"error":"e"}}"#,
        r#"{"text":"t","list":[{"error":"e"},"error"]}"#,
        r#"{"text":"t","errors":"e","err":"e","Error":"e","":"e"}"#,
        r#"{"text":"error"}"#,
    ] {
        assert!(!is_error(data), "{data}");
    }
}

#[test]
fn counts_any_value_but_null() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("message", has_key = "error")]
        Error { error: Value },
        #[event("message")]
        Chunk,
    }
    for value in ["false", "true", "0", "-1", "\"\"", "\"null\"", "{}", "[]", "[null]"] {
        let error = serde_json::from_str(value).expect("JSON");
        assert_eq!(event::<Event>("", &format!(r#"{{"error":{value}}}"#)), Event::Error { error });
    }
    assert_eq!(event::<Event>("", r#"{"error":null}"#), Event::Chunk);
}

#[test]
fn first_of_duplicate_keys_counts() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("message", has_key = "a")]
        A,
        #[event("message", has_key = "b")]
        B,
        #[event("message")]
        Neither,
    }
    assert_eq!(event::<Event>("", r#"{"a":1,"a":null}"#), Event::A);
    assert_eq!(event::<Event>("", r#"{"a":null,"a":1}"#), Event::Neither);
    assert_eq!(event::<Event>("", r#"{"b":1,"a":null,"a":1}"#), Event::B);
    assert_eq!(event::<Event>("", r#"{"b":null,"b":1,"a":null,"\u0061":1}"#), Event::Neither);
}

#[test]
fn ignores_nested_keys_at_any_depth() {
    let deep = format!(r#"{{"a":{}1{},"text":"t"}}"#, r#"[{"error":"#.repeat(60), "}]".repeat(60));
    assert!(!is_error(&deep));
    assert!(is_error(&deep.replace("\"text\":\"t\"", "\"error\":\"e\"")));
}

#[test]
fn first_declared_key_wins() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("message")]
        Rest,
        #[event("message", has_key = "error")]
        Error,
        #[event("message", has_key = "usage")]
        Usage,
        #[event("message", has_key = "delta")]
        Delta,
    }
    for (data, expected) in [
        (r#"{"delta":1,"usage":1,"error":1}"#, Event::Error),
        (r#"{"error":1,"usage":1,"delta":1}"#, Event::Error),
        (r#"{"delta":1,"usage":1,"error":null}"#, Event::Usage),
        (r#"{"error":null,"usage":null,"delta":1}"#, Event::Delta),
        (r#"{"delta":1,"else":1}"#, Event::Delta),
        (r#"{"delta":null,"usage":null,"error":null}"#, Event::Rest),
        ("{}", Event::Rest),
    ] {
        assert_eq!(event::<Event>("", data), expected, "{data}");
    }
}

#[test]
fn key_works_with_line_tag_and_alias() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", end = "[DONE]")]
    enum Event {
        #[event("step", alias = "tick")]
        Step,
        #[event("failed", alias = "step", alias = "message", has_key = "error")]
        Failed,
        #[event("text")]
        Text,
    }
    assert_eq!(Event::EVENT_TYPES, ["step", "tick", "failed", "message", "text"]);
    for (line, data, expected) in [
        ("step", r#"{"n":1}"#, Event::Step),
        ("step", r#"{"error":1}"#, Event::Failed),
        ("step", r#"{"type":"text","error":1}"#, Event::Failed),
        ("", r#"{"type":"step"}"#, Event::Step),
        ("", r#"{"type":"step","error":1}"#, Event::Failed),
        ("", r#"{"error":1,"type":"step"}"#, Event::Failed),
        // Not a name that the two variants share.
        ("tick", r#"{"error":1}"#, Event::Step),
        ("text", r#"{"error":1}"#, Event::Text),
        ("failed", r#"{"error":1}"#, Event::Failed),
        // With neither name, the event is a `message`.
        ("", r#"{"error":1}"#, Event::Failed),
    ] {
        let event = event::<Event>(line, data);
        assert_eq!(event, expected, "{line} {data}");
        let name = if event == Event::Failed { "failed" } else { event.event_type() };
        assert_eq!((event.event_type(), event.static_event_type()), (name, Some(name)));
    }
    assert_eq!(error::<Event>("failed", r#"{"n":1}"#).kind(), ErrorKind::UnknownEvent);
    // Without the key it has no name, and `skip_unknown` does not skip it.
    assert_eq!(error::<Event>("", r#"{"n":1}"#).kind(), ErrorKind::Unnamed);
    // A line that names a variant is checked before the sentinel; here no variant has the key.
    assert_eq!(Event::decode(RawEvent::new("failed", "[DONE]")).expect("the end"), Decoded::End);
    assert_eq!(event::<Event>("step", "[DONE]"), Event::Step);
}

#[test]
fn variants_share_event_type() {
    assert_eq!((Chat::EVENT_TYPES, Turned::EVENT_TYPES), (&["message"][..], &["message"][..]));
    for data in [r#"{"error":"e"}"#, r#"{"text":"t"}"#] {
        let event = event::<Chat>("", data);
        assert_eq!((event.event_type(), event.static_event_type()), ("message", Some("message")));
    }
}

#[test]
fn prefix_receives_event_without_key() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("messages/partial", alias = "values", has_key = "error")]
        Error,
        #[event("messages/", prefix)]
        Message,
    }
    assert_eq!(event::<Event>("messages/partial", r#"{"error":1}"#), Event::Error);
    assert_eq!(event::<Event>("messages/partial", r#"{"n":1}"#), Event::Message);
    assert_eq!(event::<Event>("messages/other", r#"{"error":1}"#), Event::Message);
    assert_eq!(event::<Event>("values", r#"{"error":1}"#), Event::Error);
    assert_eq!(error::<Event>("values", "{").kind(), ErrorKind::Payload);
}

#[test]
fn payload_contains_key() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Event {
        #[event("a", has_key = "error")]
        #[serde(deny_unknown_fields)]
        Error { error: u8, more: u8 },
    }
    let data = r#"{"type":"a","error":1,"more":2}"#;
    assert_eq!(event::<Event>("", data), Event::Error { error: 1, more: 2 });
    assert_eq!(error::<Event>("", r#"{"type":"a","error":1,"more":2,"x":3}"#).kind(), ErrorKind::Payload);
}

mod length {
    pub(super) fn decode(raw: sse_event::RawEvent<'_>) -> Result<usize, std::convert::Infallible> {
        Ok(raw.data.len())
    }
}

#[test]
fn every_variant_shape_accepts_has_key() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event<'a> {
        #[event("m", has_key = "unit")]
        Unit,
        #[event("m", has_key = "json")]
        Json(Value),
        #[event("m", has_key = "object")]
        Object { object: u8 },
        #[event("m", has_key = "raw", raw)]
        Raw(&'a str),
        #[event("m", has_key = "with", decode_with = length::decode)]
        With(usize),
        #[event("m", parse)]
        Parse(u64),
    }
    assert_eq!(event::<Event<'_>>("m", r#"{"unit":1}"#), Event::Unit);
    let json = serde_json::json!({ "json": 1 });
    assert_eq!(event::<Event<'_>>("m", r#"{"json":1}"#), Event::Json(json));
    assert_eq!(event::<Event<'_>>("m", r#"{"object":1}"#), Event::Object { object: 1 });
    assert_eq!(event::<Event<'_>>("m", r#"{"raw":1}"#), Event::Raw(r#"{"raw":1}"#));
    assert_eq!(event::<Event<'_>>("m", r#"{"with":1}"#), Event::With(10));
    // Data that is not an object has no keys.
    assert_eq!(event::<Event<'_>>("m", "77"), Event::Parse(77));
}

#[test]
fn struct_accepts_has_key() {
    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[event("message", has_key = "error")]
    struct Failure {
        error: String,
    }
    assert_eq!(event::<Failure>("", r#"{"error":"e"}"#), Failure { error: "e".into() });
    assert_eq!(error::<Failure>("", r#"{"text":"t"}"#).kind(), ErrorKind::UnknownEvent);
}

/// Keys in several spellings, with their unescaped form.
const KEYS: [(&str, &str); 6] =
    [("a", "a"), (r"\u0061", "a"), ("b", "b"), ("c", "c"), (r#"\"a\":"#, "\"a\":"), ("x", "x")];

const VALUES: [&str; 7] = ["null", "0", "false", r#""}\"a\"""#, "{}", r#"{"a":1,"b":[null]}"#, r#"["a"]"#];

proptest! {
    /// The result of a plain walk over the entries.
    #[test]
    fn scan_agrees_with_walk_over_entries(
        entries in vec((select(&KEYS[..]), select(&VALUES[..]), select(&["", " ", "\n\t"][..])), 0..8),
    ) {
        #[derive(Debug, PartialEq, SseEvent)]
        enum Event {
            #[event("message", has_key = "a")]
            A,
            #[event("message")]
            None,
            #[event("message", has_key = "b")]
            B,
            #[event("message", has_key = "c")]
            C,
        }
        let text = entries.iter().map(|((key, _), value, s)| format!(r#"{s}"{key}"{s}:{s}{value}{s}"#));
        let data = format!("{{{}}}", text.collect::<Vec<_>>().join(","));
        let first = |wanted: &str| entries.iter().find(|((_, key), ..)| *key == wanted);
        let holds = |wanted: &str| first(wanted).is_some_and(|(_, value, _)| *value != "null");
        let expected = match () {
            () if holds("a") => Event::A,
            () if holds("b") => Event::B,
            () if holds("c") => Event::C,
            () => Event::None,
        };
        prop_assert_eq!(event::<Event>("", &data), expected, "{}", data);
    }
}
