//! Derived wrappers: the event beside the other fields of an object, or under a key of it.

use std::collections::HashMap;

use serde::Deserialize;
use sse_event::{
    DecodeEvent, DecodeEventOwned, Decoded, Error, ErrorCause, ErrorKind, RawEvent, RawEventBuf, SseEvent,
};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("heartbeat"))]
enum Event {
    #[event("delta", alias = "text")]
    Delta { text: String },
    #[event("count", parse)]
    Count(u64),
    #[event("failed", error)]
    Failed,
    #[event("last", complete)]
    Last,
    #[event("done", terminal)]
    Done,
}

/// As in AG-UI or in OpenAI's Responses: every event has these keys.
#[derive(Debug, PartialEq, SseEvent)]
struct Numbered {
    sequence_number: u64,
    #[serde(default)]
    timestamp: Option<u64>,
    #[sse(flatten)]
    event: Event,
}

/// As in Dust.
#[derive(Debug, PartialEq, SseEvent)]
#[serde(rename_all = "camelCase")]
struct Enveloped<T> {
    event_id: String,
    #[sse(nested)]
    #[serde(rename = "data", alias = "payload")]
    event: T,
}

#[derive(Debug, Deserialize, PartialEq)]
struct RpcError {
    code: i32,
    message: String,
}

#[derive(Debug, PartialEq, SseEvent)]
struct Rpc<T, E = RpcError> {
    id: u64,
    #[sse(nested, error = "error")]
    result: Result<T, E>,
}

#[track_caller]
fn event<T: DecodeEventOwned>(name: &str, data: &str) -> T {
    match T::decode(RawEvent::new(name, data)) {
        Ok(Decoded::Event(event)) => event,
        Ok(_) => panic!("no event: {data}"),
        Err(error) => panic!("{error}"),
    }
}

#[track_caller]
fn error<T: DecodeEventOwned>(name: &str, data: &str) -> Error {
    let raw = RawEvent::new(name, data).with_id("7");
    let Err(error) = T::decode(raw) else { panic!("an event: {data}") };
    assert_eq!(error.raw_event(), raw, "the event is kept whole");
    assert!(error.to_string().chars().count() < 800);
    error
}

fn delta(text: &str) -> Event {
    Event::Delta { text: text.to_owned() }
}

#[test]
fn flattened_event_is_beside_other_fields() {
    for data in [
        r#"{"type":"delta","text":"Hi","sequence_number":3}"#,
        r#"{"sequence_number":3,"text":"Hi","type":"delta"}"#,
    ] {
        let expected = Numbered { sequence_number: 3, timestamp: None, event: delta("Hi") };
        assert_eq!(event::<Numbered>("", data), expected);
        assert_eq!(event::<Numbered>("delta", data), expected);
    }
}

#[test]
fn nested_event_is_under_its_key() {
    for data in [
        r#"{"eventId":"1","data":{"type":"delta","text":"Hi"}}"#,
        r#"{ "payload" : { "text" : "Hi", "type" : "delta" } , "eventId" : "1", "later": [] }"#,
    ] {
        let expected = Enveloped { event_id: "1".into(), event: delta("Hi") };
        assert_eq!(event::<Enveloped<Event>>("", data), expected);
    }
}

#[test]
fn result_is_event_or_error() {
    let ok: Rpc<Event> = event("", r#"{"jsonrpc":"2.0","id":1,"result":{"type":"delta","text":"Hi"}}"#);
    assert_eq!(ok, Rpc { id: 1, result: Ok(delta("Hi")) });
    assert_eq!((ok.event_type(), ok.static_event_type(), ok.is_error()), ("delta", Some("delta"), false));

    let failed: Rpc<Event> = event("", r#"{"id":2,"error":{"code":-32601,"message":"no method"}}"#);
    let expected = RpcError { code: -32601, message: "no method".into() };
    assert_eq!((failed.id, failed.result.as_ref()), (2, Err(&expected)));
    assert_eq!((failed.event_type(), failed.static_event_type()), ("error", Some("error")));
    assert!(failed.is_error() && !failed.is_terminal());

    // As JSON-RPC 1.0 writes it.
    let ok: Rpc<Event> = event("", r#"{"id":1,"result":{"type":"done"},"error":null}"#);
    assert_eq!(ok.result, Ok(Event::Done));
    let failed: Rpc<Event, String> = event("", r#"{"id":1,"result":null,"error":"quota"}"#);
    assert_eq!(failed.result, Err("quota".into()));
}

#[test]
fn names_end_and_flags_are_those_of_event() {
    fn check<T: SseEvent>(of: impl Fn(Event) -> T) {
        assert_eq!(T::EVENT_TYPES, Event::EVENT_TYPES);
        assert_eq!((T::END, T::HAS_END), (Event::END, true));
        for event in [delta("Hi"), Event::Count(1), Event::Failed, Event::Last, Event::Done] {
            let name = event.static_event_type();
            let ends = (event.is_terminal(), event.is_complete(), event.is_error());
            let wrapped = of(event);
            assert_eq!((Some(wrapped.event_type()), wrapped.static_event_type()), (name, name));
            assert_eq!((wrapped.is_terminal(), wrapped.is_complete(), wrapped.is_error()), ends);
        }
    }
    check(|event| Numbered { sequence_number: 1, timestamp: None, event });
    check(|event| Enveloped { event_id: "1".into(), event });
    check(|event| Rpc { id: 1, result: Ok::<_, RpcError>(event) });
    check(|event| Enveloped { event_id: "1".into(), event: Rpc { id: 1, result: Ok::<_, RpcError>(event) } });
}

#[test]
fn line_names_event_in_its_envelope() {
    assert_eq!(event::<Enveloped<Event>>("count", r#"{"eventId":"1","data":17}"#).event, Event::Count(17));
    assert_eq!(
        event::<Enveloped<Event>>("text", r#"{"eventId":"1","data":{"text":"Hi"}}"#).event,
        delta("Hi")
    );
    let unknown =
        error::<Enveloped<Event>>("later", r#"{"eventId":"1","data":{"type":"delta","text":"Hi"}}"#);
    assert_eq!((unknown.kind(), unknown.event_type()), (ErrorKind::UnknownEvent, "later"));
    assert!(unknown.to_string().contains(r#"not by "type", which is "delta""#), "{unknown}");
}

/// The constant line of an envelope is not the name of the event in it.
#[test]
fn event_without_line_is_named_by_its_data_in_envelope() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", line = false)]
    enum Named {
        #[event("ping")]
        Ping,
    }

    let data = r#"{"eventId":"1","data":{"type":"ping"}}"#;
    assert_eq!(event::<Enveloped<Named>>("update", data).event, Named::Ping);
}

/// Neither is wrapped by servers.
#[test]
fn sentinel_and_ignored_events_need_no_envelope() {
    fn check<T: DecodeEventOwned>() {
        let decode = |name, data| T::decode(RawEvent::new(name, data)).map(|decoded| decoded.map(drop));
        assert!(matches!(decode("", "[DONE]"), Ok(Decoded::End)));
        for data in ["", "{}", r#"{"time":1}"#] {
            assert!(matches!(decode("heartbeat", data), Ok(Decoded::Ignored)), "{data}");
        }
        assert!(matches!(decode("", r#"{"type":"heartbeat"}"#), Ok(Decoded::Ignored)));
    }
    check::<Numbered>();
    check::<Enveloped<Event>>();
    check::<Rpc<Event>>();
    check::<Enveloped<Rpc<Event>>>();
    let wrapped =
        <Enveloped<Event>>::decode(RawEvent::new("", r#"{"eventId":"1","data":{"type":"heartbeat"}}"#));
    assert!(matches!(wrapped, Ok(Decoded::Ignored)));
}

#[test]
fn wrapper_of_wrapper_is_an_event() {
    #[derive(Debug, PartialEq, SseEvent)]
    struct Timed<T> {
        at: u64,
        #[sse(flatten)]
        event: T,
    }

    let data = r#"{"eventId":"1","data":{"id":2,"at":3,"result":{"type":"text","text":"Hi"}}}"#;
    let nested: Enveloped<Timed<Rpc<Event>>> = event("", data);
    assert_eq!((&*nested.event_id, nested.event.at, nested.event.event.id), ("1", 3, 2));
    assert_eq!(nested.event.event.result, Ok(delta("Hi")));

    let data = r#"{"eventId":"1","data":{"id":2,"at":3,"result":{"type":"text","text":7}}}"#;
    let error = error::<Enveloped<Timed<Rpc<Event>>>>("", data);
    assert_eq!((error.event_type(), error.path()), ("delta", Some("data.result.text")));
    let json = error.json_error().expect("a JSON error");
    assert_eq!(
        &data[..json.column()],
        r#"{"eventId":"1","data":{"id":2,"at":3,"result":{"type":"text","text":7"#
    );
    assert_eq!(
        error.to_string(),
        "delta: invalid type: integer `7`, expected a string at data.result.text (line 1 column 69): \
         …,\"at\":3,\"result\":{\"type\":\"text\",\"text\":7}}}"
    );
}

#[test]
fn path_begins_at_outermost_object() {
    let deep = "{\n \"eventId\": \"1\",\n \"data\": {\"type\": \"delta\",\n  \"text\": [1]}}";
    let error = error::<Enveloped<Event>>("", deep);
    assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, Some("data.text")));
    let json = error.json_error().expect("a JSON error");
    assert_eq!((json.line(), json.column()), (4, 10));
    assert_eq!(
        error.redacted().to_string(),
        "delta: JSON of another shape at data.text (line 4 column 10), 61 bytes of data"
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

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Open {
    #[event(other)]
    Unknown(RawEventBuf),
}

#[test]
fn unknown_events_are_not_malformed_ones() {
    for (data, kind, name) in [
        (r#"{"eventId":"1","data":{"type":"later"}}"#, ErrorKind::UnknownEvent, "later"),
        (r#"{"eventId":"1","data":{"text":"Hi"}}"#, ErrorKind::Unnamed, "message"),
        (r#"{"eventId":"1","data":[{"type":"delta"}]}"#, ErrorKind::Unnamed, "message"),
        (r#"{"eventId":"1","data":{"type":"delta"}}"#, ErrorKind::Payload, "delta"),
        (r#"{"type":"later"}"#, ErrorKind::Payload, "message"),
    ] {
        let error = error::<Enveloped<Event>>("", data);
        assert_eq!((error.kind(), error.event_type()), (kind, name), "{error}");
    }
    let unnamed = error::<Enveloped<Event>>("", r#"{"eventId":"1","data":{"text":"Hi"}}"#);
    assert_eq!(unnamed.path(), Some("data"));

    let raw = RawEvent::new("", r#"{"eventId":"1","data":{"type":"later"}}"#).with_id("7");
    let Ok(Decoded::Event(later)) = <Enveloped<Open>>::decode(raw) else { panic!("an event") };
    assert_eq!((later.event_type(), later.static_event_type()), ("later", None));
    let Enveloped { event: Open::Unknown(kept), .. } = later;
    assert_eq!(kept, RawEventBuf::new("", r#"{"type":"later"}"#).with_id("7"));
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
    const NEITHER: &str = "message: neither `result` nor `error` is given";
    const BOTH: &str = "message: both `result` and `error` are given, and only one of them may be";
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
    // What no field reads may be as deep as it likes.
    let skipped = format!(r#"{{"eventId":"1","x":{},"data":{{"type":"done","y":{0}}}}}"#, deep("[", "]"));
    assert_eq!(event::<Enveloped<Event>>("", &skipped).event, Event::Done);
}

#[test]
fn wrapper_may_borrow() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Borrowed<'a> {
        #[event("note", raw)]
        Note(&'a str),
        #[event("text")]
        Text { text: &'a str },
    }

    #[derive(Debug, PartialEq, SseEvent)]
    struct Around<'a> {
        id: &'a str,
        #[sse(nested)]
        event: Borrowed<'a>,
    }

    #[derive(Debug, PartialEq, SseEvent)]
    struct Beside<'a, T> {
        id: &'a str,
        #[sse(flatten)]
        event: T,
    }

    let data = r#"{"id":"1","event":{"type":"text","text":"Hi"}}"#.to_owned();
    let around = Around::try_from(RawEvent::new("", &data)).expect("an event");
    assert_eq!(around, Around { id: "1", event: Borrowed::Text { text: "Hi" } });
    let Ok(Decoded::Event(note)) = Around::decode(RawEvent::new("note", r#"{"id":"1","event":[1, 2]}"#))
    else {
        panic!("an event")
    };
    assert_eq!(note.event, Borrowed::Note("[1, 2]"));
    let beside =
        <Beside<'_, Borrowed<'_>>>::try_from(RawEvent::new("", r#"{"id":"1","type":"text","text":"Hi"}"#));
    assert_eq!(beside.expect("an event"), Beside { id: "1", event: Borrowed::Text { text: "Hi" } });
}

#[test]
fn fields_of_wrapper_take_serdes_attributes() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        #[serde(with = "sse_event_tests::millis", rename = "ms")]
        after: std::time::Duration,
        #[serde(default, alias = "n")]
        r#type: u8,
        #[sse(nested)]
        r#in: Event,
    }

    #[derive(Debug, Default, PartialEq, SseEvent)]
    #[serde(default)]
    struct Lenient<T> {
        id: Option<T>,
        #[serde(flatten)]
        rest: HashMap<String, u8>,
        #[sse(nested)]
        event: Unit,
    }

    #[derive(Debug, Default, PartialEq, SseEvent)]
    #[event("unit")]
    struct Unit;

    let strict =
        Strict::try_from(RawEvent::new("", r#"{"ms":250,"n":1,"in":{"type":"done"}}"#)).expect("an event");
    assert_eq!(strict, Strict { after: std::time::Duration::from_millis(250), r#type: 1, r#in: Event::Done });
    let unknown = error::<Strict>("", r#"{"ms":250,"x":1,"in":{"type":"done"}}"#);
    assert!(unknown.to_string().starts_with("message: unknown field `x`"), "{unknown}");

    let lenient = <Lenient<u8>>::try_from(RawEvent::new("unit", r#"{"a":1,"event":{"id":7},"b":2}"#));
    let rest = HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(lenient.expect("an event"), Lenient { id: None, rest, event: Unit });
    let missing = error::<Lenient<u8>>("unit", r#"{"id":7}"#);
    assert!(missing.to_string().starts_with("unit: the event is missing"), "{missing}");
}

#[test]
fn streams_take_wrappers() {
    let input = "data: {\"eventId\":\"1\",\"data\":{\"type\":\"delta\",\"text\":\"Hi\"}}\n\n\
                 event: heartbeat\ndata: {}\n\n\
                 data: {\"eventId\":\"2\",\"data\":{\"type\":\"later\"}}\n\n\
                 data: {\"eventId\":\"3\",\"data\":{\"type\":\"done\"}}\n\n\
                 data: never read\n\n";
    let events = sse_event::EventReader::<_, Enveloped<Event>>::new(input.as_bytes()).skip_unknown();
    let ids: Vec<_> = events.map(|event| event.expect("an event").event_id).collect();
    assert_eq!(ids, ["1", "3"]);
}

/// Only what depends on a parameter is asked for, and `bound` says it in another way.
#[test]
fn bounds_of_wrapper_can_be_given() {
    #[derive(Debug, SseEvent)]
    #[sse(bound = "T: DecodeEventOwned", try_from = false)]
    struct Owned<T> {
        #[sse(nested)]
        event: T,
    }

    fn read<T: DecodeEventOwned>(data: &str) -> Owned<T> {
        event("", data)
    }
    assert_eq!(read::<Event>(r#"{"event":{"type":"done"}}"#).event, Event::Done);
}
