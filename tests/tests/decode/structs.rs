//! The derive on a struct: one event, whose payload is the struct itself.

use std::borrow::Cow;
use std::fmt::Debug;

use serde::{Deserialize, Serialize};
use sse_event::{DecodeEvent as _, Decoded, ErrorKind, RawEvent, SseEvent};
use sse_event_tests::outcome::{assert_encodes, error, event};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, SseEvent)]
#[serde(deny_unknown_fields)]
#[event("response.created", alias = "created", alias = "début")]
#[sse(encode, end = "[DONE]", ignore("ping"))]
struct Created {
    id: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

const CREATED: Created = Created { id: 1, name: None };

#[test]
fn struct_has_event_types() {
    assert_eq!(Created::EVENT_TYPES, ["response.created", "created", "début"]);
    assert_eq!(
        (CREATED.event_type(), CREATED.static_event_type()),
        ("response.created", Some("response.created"))
    );
    assert_eq!((Created::END, Created::HAS_END), (Some("[DONE]"), true));
    assert!(!CREATED.is_terminal() && !CREATED.is_error());
}

#[test]
fn struct_is_payload() {
    for name in Created::EVENT_TYPES {
        assert_eq!(event::<Created>(name, r#"{"id":1}"#), CREATED);
    }
    assert_eq!(Created::try_from(RawEvent::new("created", r#"{"id":1}"#)).expect("an event"), CREATED);
    let parser = eventsource_stream::Event {
        event: "created".into(),
        data: r#"{"id":1}"#.into(),
        ..Default::default()
    };
    assert_eq!(Created::try_from(&parser).expect("an event"), CREATED);
    assert_eq!(Created::try_from(parser).expect("an event"), CREATED);
}

#[test]
fn other_names_are_unknown() {
    for name in ["response.completed", "", "message", "Created"] {
        assert_eq!(error::<Created>(name, r#"{"id":1}"#).kind(), ErrorKind::UnknownEvent, "{name}");
    }
}

#[test]
fn applies_sentinel_and_ignore_list() {
    assert_eq!(Created::decode(RawEvent::new("", "[DONE]")).expect("the end"), Decoded::End);
    assert_eq!(Created::decode(RawEvent::new("ping", "")).expect("ignored"), Decoded::Ignored);
}

#[test]
fn malformed_payload_has_path() {
    let wrong = error::<Created>("created", r#"{"id":"x"}"#);
    assert_eq!(
        (wrong.kind(), wrong.event_type(), wrong.path()),
        (ErrorKind::Payload, "response.created", Some("id"))
    );
    assert_eq!(error::<Created>("created", r#"{"id":1,"more":1}"#).path(), Some("more"));
    assert_eq!(error::<Created>("created", "").to_string(), "response.created: the data is empty");
}

#[test]
fn encodes_with_serialize() {
    assert_encodes(&CREATED, "response.created", r#"{"id":1}"#);
    let named = Created { name: Some("n".into()), ..CREATED };
    assert_encodes(&named, "response.created", r#"{"id":1,"name":"n"}"#);
}

#[test]
fn applies_terminal_and_error() {
    #[derive(Debug, Deserialize, SseEvent)]
    #[event("done", terminal)]
    struct Done {}

    #[derive(Debug, Deserialize, SseEvent)]
    #[event("error", error)]
    struct Failed(String);

    assert!(Done::HAS_END && event::<Done>("done", "{}").is_terminal());
    let failed = event::<Failed>("error", r#""why""#);
    assert!(failed.is_error() && !failed.is_terminal() && failed.0 == "why");
}

#[test]
fn hides_and_writes_tag() {
    #[derive(Debug, Deserialize, PartialEq, Serialize, SseEvent)]
    #[serde(deny_unknown_fields)]
    #[event("delta")]
    #[sse(tag = "type", encode)]
    struct Delta {
        text: String,
    }
    let delta = Delta { text: "x".into() };
    let data = r#"{"type":"delta","text":"x"}"#;
    assert_eq!(event::<Delta>("", data), delta);
    assert_eq!(event::<Delta>("delta", data), delta);
    assert_encodes(&delta, "delta", data);
    assert_eq!(error::<Delta>("", r#"{"text":"x"}"#).kind(), ErrorKind::Unnamed);
    assert_eq!(error::<Delta>("", r#"{"type":"done","text":"x"}"#).event_type(), "done");
}

/// Without serde's traits, because there is nothing to read or write.
#[test]
fn unit_struct_needs_no_serde_traits() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[event("ping", alias = "keepalive", terminal, error)]
    #[sse(encode)]
    struct Ping;

    #[derive(Debug, PartialEq, SseEvent)]
    #[event("ping")]
    #[sse(encode, tag = "type", line = false)]
    struct Tagged;

    for data in ["", "null", "{}", r#"{"time":1}"#, "no JSON {"] {
        assert_eq!(event::<Ping>("ping", data), Ping);
    }
    assert_eq!(event::<Ping>("keepalive", ""), Ping);
    assert_eq!(error::<Ping>("pong", "{}").kind(), ErrorKind::UnknownEvent);
    assert_eq!((Ping.event_type(), Ping.is_terminal(), Ping.is_error()), ("ping", true, true));
    assert_encodes(&Ping, "ping", "{}");
    assert_encodes(&Tagged, "", r#"{"type":"ping"}"#);
    assert_eq!(event::<Tagged>("", r#"{"type":"ping"}"#), Tagged);
    assert_eq!(event::<Tagged>("update", r#"{"type":"ping"}"#), Tagged);
}

#[test]
fn accepts_tuples_and_empty_data() {
    #[derive(Debug, Deserialize, PartialEq, Serialize, SseEvent)]
    #[event("newtype")]
    #[sse(encode)]
    struct Newtype(Option<u8>);

    #[derive(Debug, Deserialize, PartialEq, Serialize, SseEvent)]
    #[event("pair")]
    #[sse(encode)]
    struct Pair(u8, String);

    assert_eq!(event::<Newtype>("newtype", ""), Newtype(None));
    assert_eq!(event::<Newtype>("newtype", "7"), Newtype(Some(7)));
    assert_encodes(&Newtype(None), "newtype", "null");
    assert_eq!(event::<Pair>("pair", r#"[1,"a"]"#), Pair(1, "a".into()));
    assert_encodes(&Pair(1, "a".into()), "pair", r#"[1,"a"]"#);
}

#[test]
fn accepts_generics_and_borrows() {
    #[derive(Debug, Deserialize, PartialEq, Serialize, SseEvent)]
    #[event("generic")]
    #[sse(encode, tag = "type")]
    struct Generic<'a, T: Debug, const N: usize>
    where
        T: Clone,
    {
        #[serde(borrow)]
        text: Cow<'a, str>,
        list: Vec<T>,
        #[serde(skip)]
        more: Option<[u8; N]>,
    }
    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[event("borrowed")]
    struct Borrowed<'a>(&'a str);

    let data = r#"{"type":"generic","text":"x","list":[1]}"#;
    let generic = event::<Generic<'_, u8, 3>>("", data);
    assert!(matches!(generic.text, Cow::Borrowed("x")));
    assert_encodes(&generic, "generic", data);
    let error = error::<Generic<'_, bool, 3>>("", data);
    assert_eq!(error.path(), Some("list[0]"));
    assert_eq!(event::<Borrowed<'_>>("borrowed", r#""x""#), Borrowed("x"));
}

#[test]
fn accepts_rename_all_and_prefix() {
    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[sse(rename_all = "snake_case")]
    struct RunStarted(u8);

    #[derive(Debug, Deserialize, PartialEq, SseEvent)]
    #[event("run.", prefix)]
    struct AnyRun(u8);

    assert_eq!(event::<RunStarted>("run_started", "1"), RunStarted(1));
    assert_eq!(event::<AnyRun>("run.started", "1"), AnyRun(1));
    assert_eq!(AnyRun::EVENT_TYPES, &[""; 0]);
}
