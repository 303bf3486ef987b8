//! Unions with a payload under a separate key, compared with serde's.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "t", content = "c", rename_all = "snake_case")]
enum Theirs<T> {
    One(T),
    Two { n: T, m: Option<T> },
    Maybe(Option<u8>),
    Three,
}

#[derive(Debug, PartialEq, SseEvent)]
#[serde(tag = "t", content = "c", rename_all = "snake_case")]
#[sse(deserialize, serialize)]
enum Ours<T> {
    One(T),
    Two { n: T, m: Option<T> },
    Maybe(Option<u8>),
    Three,
}

#[test]
fn objects_are_those_of_serde() {
    for json in [
        r#"{"t":"one","c":{"t":"two","c":1}}"#,
        r#"{"c":[1,"a"],"t":"one"}"#,
        r#"{"t":"two","c":{"n":[1]}}"#,
        r#"{"c":{"m":2,"n":[1]},"t":"two"}"#,
        r#"{"x":{"t":1},"t":"maybe","y":1,"c":7,"z":[]}"#,
        r#"{"t":"maybe"}"#,
        r#"{"t":"three"}"#,
        r#"{"c":null,"t":"three"}"#,
        r#"{"t":"three","c":null}"#,
    ] {
        let theirs: Theirs<Value> = serde_json::from_str(json).unwrap();
        let ours: Ours<Value> = serde_json::from_str(json).unwrap();
        assert_eq!(format!("{ours:?}"), format!("{theirs:?}"));
        assert_eq!(serde_json::to_string(&ours).unwrap(), serde_json::to_string(&theirs).unwrap());
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::from_value::<Ours<Value>>(value).unwrap(), ours);
    }
}

#[test]
fn objects_that_serde_refuses_are_errors() {
    for (json, message) in [
        (r#"{"t":"two"}"#, "missing field `c`"),
        (r#"{"c":{"n":1}}"#, "missing field `t`"),
        (r#"{"t":"later","c":1}"#, "unknown variant `later`"),
        (r#"{"t":1,"c":1}"#, "invalid type: integer `1`"),
        (r#"{"t":"one","c":1,"c":1}"#, "duplicate field `c`"),
        (r#"{"c":1,"t":"one","c":1}"#, "duplicate field `c`"),
        (r#"{"c":1,"c":1,"t":"one"}"#, "duplicate field `c`"),
        (r#"{"t":"one","t":"one","c":1}"#, "duplicate field `t`"),
        (r#"{"t":"maybe","c":"x"}"#, "invalid type: string \"x\""),
        (r#"{"c":"x","t":"maybe"}"#, "`c`: invalid type: string \"x\""),
        ("[]", "invalid type: sequence"),
    ] {
        assert!(serde_json::from_str::<Theirs<u8>>(json).is_err(), "{json}");
        let error = serde_json::from_str::<Ours<u8>>(json).unwrap_err();
        assert!(error.to_string().contains(message), "{json}: {error}");
    }
}

#[test]
fn unknown_object_is_kept_whole() {
    #[derive(Debug, SseEvent)]
    #[sse(tag = "t", content = "c", deserialize, serialize)]
    enum Event {
        #[event("a")]
        A(u8),
        #[event(other)]
        Unknown(RawEventBuf),
    }

    for json in [r#"{"x":1,"t":"later","c":[1],"y":2}"#, r#"{"c":[1],"t":"later"}"#] {
        let event: Event = serde_json::from_str(json).unwrap();
        assert!(matches!(event, Event::Unknown(_)));
        let (written, value) =
            (serde_json::to_value(&event).unwrap(), serde_json::from_str::<Value>(json).unwrap());
        assert_eq!(written, value);
    }
    assert!(matches!(serde_json::from_str(r#"{"t":"a","c":1}"#).unwrap(), Event::A(1)));
}
