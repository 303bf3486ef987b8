//! The name of the event in a wrapper, and events that are not wrapped.

use sse_event::{DecodeEvent, DecodeEventOwned, Decoded, ErrorKind, RawEvent, RawEventBuf, SseEvent};

use super::{Enveloped, Event, Numbered, Rpc, RpcError, delta, error, event};

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
    assert!(unknown.to_string().contains(r#"precedence over "type", which is "delta""#), "{unknown}");
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

/// Servers wrap neither of them.
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
