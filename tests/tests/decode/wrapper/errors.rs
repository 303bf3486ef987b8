//! Malformed wrappers.

use sse_event::ErrorKind;
use sse_event::error::ErrorCause;

use super::{Enveloped, Event, Numbered, Rpc, error, event};

#[test]
fn path_begins_at_outermost_object() {
    let deep = "{\n \"eventId\": \"1\",\n \"data\": {\"type\": \"delta\",\n  \"text\": [1]}}";
    let error = error::<Enveloped<Event>>("", deep);
    assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, Some("data.text")));
    let json = error.json_error().expect("a JSON error");
    assert_eq!((json.line(), json.column()), (4, 10));
    assert_eq!(
        error.redacted().to_string(),
        "delta: JSON that does not match the type at data.text (line 4 column 10), 61 bytes of data"
    );

    let refused = self::error::<Enveloped<Event>>("count", r#"{"eventId":"1","data":"x"}"#);
    assert_eq!((refused.event_type(), refused.path()), ("count", Some("data")));
    assert!(matches!(refused.into_parts().cause, Some(ErrorCause::Other(_))));

    let outside = self::error::<Enveloped<Event>>("", r#"{"eventId":1,"data":{"type":"done"}}"#);
    assert_eq!((outside.kind(), outside.path()), (ErrorKind::Payload, Some("eventId")));
    let beside = self::error::<Numbered>("", r#"{"type":"done","sequence_number":"1"}"#);
    assert_eq!((beside.event_type(), beside.path()), ("done", Some("sequence_number")));
    let missing = self::error::<Numbered>("", r#"{"type":"done"}"#);
    assert_eq!((missing.kind(), missing.event_type()), (ErrorKind::Payload, "done"));
}

#[test]
fn envelope_without_event_is_malformed() {
    for (data, message, path) in [
        (r#"{"eventId":"1"}"#, "message: missing field `data`", ""),
        (r#"{"eventId":"1","data":null}"#, "message: invalid type: null, expected an event", "data"),
        (r#"{"data":{"type":"done"}}"#, "message: missing field `eventId`", ""),
        (r#"{"eventId":"1","data":{},"data":{}}"#, "message: duplicate field `data`", "data"),
        ("[]", "message: invalid length 0, expected struct Enveloped", ""),
        ("7", "message: invalid type: integer `7`, expected struct Enveloped", ""),
        ("", "message: the data is empty", ""),
    ] {
        let error = error::<Enveloped<Event>>("", data);
        assert_eq!(error.kind(), ErrorKind::Payload, "{error}");
        assert!(error.to_string().starts_with(message), "{error}");
        assert_eq!(error.path().unwrap_or_default(), path, "{error}");
    }
}

#[test]
fn result_needs_exactly_one_of_event_and_error() {
    const NEITHER: &str = "message: neither `result` nor `error` is present";
    const BOTH: &str = "message: `result` and `error` are both present, expected exactly one of them";
    for (data, message) in [
        (r#"{"id":1}"#, NEITHER),
        (r#"{"id":1,"result":null}"#, NEITHER),
        (r#"{"id":1,"error":null}"#, NEITHER),
        (r#"{"id":1,"result":null,"error":null}"#, NEITHER),
        (r#"{"id":1,"result":{"type":"done"},"error":{"code":1,"message":""}}"#, BOTH),
        (r#"{"id":1,"result":7,"error":{"code":1,"message":""}}"#, BOTH),
        (
            r#"{"id":1,"error":{"code":"1"}}"#,
            "message: invalid type: string \"1\", expected i32 at error.code",
        ),
        (r#"{"id":1,"error":7}"#, "message: invalid type: integer `7`, expected struct RpcError at error"),
        (r#"{"result":{"type":"done"}}"#, "message: missing field `id`"),
    ] {
        let error = error::<Rpc<Event>>("", data);
        assert_eq!(error.kind(), ErrorKind::Payload, "{error}");
        assert!(error.to_string().starts_with(message), "{error}");
    }
}

#[test]
fn deep_nesting_is_refused_or_skipped() {
    let deep = |open: &str, close: &str| format!("{}7{}", open.repeat(100_000), close.repeat(100_000));
    for text in [deep("[", "]"), deep(r#"{"data":"#, "}"), deep(r#"{"type":"#, "}"), "[".repeat(100_000)] {
        for name in ["", "delta"] {
            for data in [
                format!(r#"{{"eventId":"1","data":{text}}}"#),
                format!(r#"{{"eventId":{text},"data":{{"type":"done"}}}}"#),
                text.clone(),
            ] {
                error::<Enveloped<Event>>(name, &data);
                error::<Rpc<Enveloped<Event>>>(name, &data.replace("eventId", "id"));
                error::<Numbered>(name, &data);
            }
        }
    }
    // Values that no field reads may be nested to any depth.
    let skipped = format!(r#"{{"eventId":"1","x":{},"data":{{"type":"done","y":{0}}}}}"#, deep("[", "]"));
    assert_eq!(event::<Enveloped<Event>>("", &skipped).event, Event::Done);
}
