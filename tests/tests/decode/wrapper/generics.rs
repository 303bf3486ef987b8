//! Parameters, lifetimes and attributes of wrappers.

use std::collections::HashMap;

use sse_event::{DecodeEvent, DecodeEventOwned, Decoded, RawEvent, SseEvent};

use super::{Event, error, event};

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

/// Bounds are inferred only for types that depend on a parameter; `bound` replaces them.
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
