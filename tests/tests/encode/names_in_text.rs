//! Without an `event:` line the data names the event, so text from somebody else must not determine the name.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sse_event::{EncodeEvent, ErrorKind, RawEvent, RawEventBuf, SseEvent};

#[derive(Debug, Deserialize, Serialize)]
#[serde(transparent)]
struct Wrapped(Box<RawValue>);

#[derive(Debug, SseEvent)]
#[sse(encode, tag = "t", line = false)]
enum Event {
    #[event("a")]
    A(Box<RawValue>),
    #[event("b")]
    B(Wrapped),
    #[event("c", line = true)]
    C(Box<RawValue>),
    #[event("p")]
    P,
}

fn json(text: &str) -> Box<RawValue> {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn text_with_the_name_of_the_event_is_written() {
    for text in [r#"{"t":"a"}"#, r#"{ "x" : 1, "t" : "a" }"#, r#"{"t":"\u0061"}"#] {
        let raw = Event::A(json(text)).encode().expect("the text names the event");
        assert_eq!(raw, RawEventBuf::new("", text));
        assert!(matches!(Event::try_from(raw.as_raw_event()), Ok(Event::A(_))));
    }
    assert!(Event::B(Wrapped(json(r#"{"t":"b"}"#))).encode().is_ok());
}

#[test]
fn text_with_another_name_or_none_is_an_error() {
    for text in [r#"{"t":"p"}"#, r#"{"t":"p","t":"a"}"#, "{}", r#"{"t":7}"#, r#""a""#, "[1]", "null"] {
        for event in [Event::A(json(text)), Event::B(Wrapped(json(text)))] {
            let error = event.encode().expect_err(text);
            assert_eq!((error.kind(), error.event_type()), (ErrorKind::Encode, event.event_type()));
        }
    }
    let error = Event::A(json(r#"{"t":"p"}"#)).encode().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the event `a` cannot be encoded: the text of the payload does not have the name `a` under `t`, and no `event:` line names the event"
    );
}

/// An alias is accepted when decoding, but it is not the event's name: text with an alias is not written.
#[test]
fn text_with_an_alias_is_an_error() {
    #[derive(Debug, SseEvent)]
    #[sse(encode, tag = "t", line = false)]
    enum Event {
        #[event("a", alias = "old")]
        A(Box<RawValue>),
        #[event("p")]
        P,
    }
    let old = Event::try_from(RawEvent::new("", r#"{"t":"old"}"#)).expect("an alias");
    let error = old.encode().expect_err("an alias");
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Encode, "a"));
    assert!(Event::A(json(r#"{"t":"p"}"#)).encode().is_err());
    assert!(Event::A(json(r#"{"t":"a"}"#)).encode().is_ok() && Event::P.encode().is_ok());
}

#[test]
fn text_beside_a_line_is_written_as_it_is() {
    let raw = Event::C(json(r#"{"t":"p"}"#)).encode().expect("the line names the event");
    assert_eq!(raw, RawEventBuf::new("c", r#"{"t":"p"}"#));
    assert!(matches!(Event::try_from(RawEvent::new("c", r#"{"t":"p"}"#)), Ok(Event::C(_))));
}
