//! The place of the event, and wrappers as events.

use sse_event::SseEvent;

use super::{Enveloped, Event, Numbered, Rpc, RpcError, delta, error, event};

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
fn streams_take_wrappers() {
    let input = "data: {\"eventId\":\"1\",\"data\":{\"type\":\"delta\",\"text\":\"Hi\"}}\n\n\
                 event: heartbeat\ndata: {}\n\n\
                 data: {\"eventId\":\"2\",\"data\":{\"type\":\"later\"}}\n\n\
                 data: {\"eventId\":\"3\",\"data\":{\"type\":\"done\"}}\n\n\
                 data: never read\n\n";
    let events = sse_event::reader::EventReader::<_, Enveloped<Event>>::new(input.as_bytes()).skip_unknown();
    let ids: Vec<_> = events.map(|event| event.expect("an event").event_id).collect();
    assert_eq!(ids, ["1", "3"]);
}
