//! `other`: unknown events are written unchanged.

use std::borrow::Cow;
use std::time::Duration;

use sse_event::bounds::OtherPayload;
use sse_event::wire::AsRawEvent;
use sse_event::{DecodeEvent, Decoded, EncodeEvent, ErrorKind, RawEvent, RawEventBuf, SseEvent};

const FULL: RawEvent<'static> =
    RawEvent::new("later", "[1,\r\n").with_id("7").with_retry(Duration::from_millis(5));

/// Whole events, named by a line or not, and with a tag in the data that must be ignored.
const EVENTS: [RawEvent<'static>; 4] = [
    FULL,
    RawEvent::new("", r#"{"type":"later"}"#),
    RawEvent::new("message", r#" { "type" : "la\u0074er" } "#),
    RawEvent::new("later", ""),
];

#[track_caller]
fn decode<'de, T: DecodeEvent<'de>>(raw: RawEvent<'de>) -> T {
    let Ok(Decoded::Event(event)) = T::decode(raw) else { panic!("{raw:?} is unknown") };
    event
}

/// All fields, exactly: `""` and `"message"` differ here.
fn parts(raw: RawEvent<'_>) -> (&str, &str, Option<&str>, Option<Duration>) {
    (raw.event, raw.data, raw.id, raw.retry)
}

#[track_caller]
fn assert_unchanged<T: for<'de> DecodeEvent<'de> + EncodeEvent>() {
    for raw in EVENTS {
        let encoded = decode::<T>(raw).encode().expect("it was kept");
        assert_eq!(parts(encoded.as_raw_event()), parts(raw));
    }
}

macro_rules! other {
    ($($variant:tt)*) => {
        #[derive(Debug, SseEvent)]
        #[sse(encode, tag = "type", line = false)]
        enum Event {
            #[event("known")]
            Known,
            #[event(other)]
            $($variant)*
        }
    };
}

#[test]
fn raw_event_buf_is_written_unchanged() {
    other!(Unknown(RawEventBuf));
    assert_unchanged::<Event>();
}

#[test]
fn boxed_raw_event_buf_is_written_unchanged() {
    other!(Unknown(Box<RawEventBuf>));
    assert_unchanged::<Event>();
}

#[test]
fn raw_event_is_written_unchanged() {
    #[derive(Debug, SseEvent)]
    #[sse(encode, tag = "type")]
    enum Event<'a> {
        #[event(other)]
        Unknown(RawEvent<'a>),
    }
    for raw in EVENTS {
        assert_eq!(parts(decode::<Event<'_>>(raw).encode().expect("kept").as_raw_event()), parts(raw));
    }
}

#[test]
fn named_fields_are_written_unchanged() {
    other!(Unknown { id: Option<Box<str>>, data: String, retry: Option<Duration>, event: Box<str> });
    let encoded = decode::<Event>(FULL).encode().expect("it was kept");
    assert_eq!(parts(encoded.as_raw_event()), parts(FULL));
    // The name under the tag is kept as the name, so the encoded event has it in a line.
    let encoded = decode::<Event>(EVENTS[1]).encode().expect("it was kept");
    assert_eq!(parts(encoded.as_raw_event()), ("later", r#"{"type":"later"}"#, None, None));
    // A missing name is the default name.
    let encoded = decode::<Event>(RawEvent::new("", "x")).encode().expect("it was kept");
    assert_eq!(parts(encoded.as_raw_event()), ("message", "x", None, None));
}

#[test]
fn borrowed_and_missing_fields_are_written() {
    #[derive(Debug, SseEvent)]
    #[sse(encode)]
    enum Event<'a> {
        #[event(other)]
        Unknown { event: &'a str, data: Cow<'a, str> },
    }
    let encoded = decode::<Event<'_>>(FULL).encode().expect("it was kept");
    assert_eq!(parts(encoded.as_raw_event()), ("later", FULL.data, None, None));
}

#[test]
fn unit_cannot_be_encoded() {
    other!(Unknown);
    let error = decode::<Event>(FULL).encode().expect_err("nothing to send");
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Encode, ""));
    assert_eq!(error.to_string(), "an unknown event cannot be encoded: the `other` variant did not keep it");
    assert_eq!(error.other_error().expect("the cause").to_string(), "the `other` variant did not keep it");
    assert!(Event::Known.encode().is_ok());
}

#[test]
fn custom_payload_can_refuse_encoding() {
    #[derive(Debug)]
    struct Seldom(Option<RawEventBuf>);

    impl AsRawEvent for Seldom {
        fn as_raw_event(&self) -> Option<RawEvent<'_>> {
            self.0.as_ref().map(RawEventBuf::as_raw_event)
        }
    }

    impl<'de> OtherPayload<'de> for Seldom {
        fn from_raw_event(raw: RawEvent<'de>) -> Self {
            Self(raw.id.is_some().then(|| raw.to_buf()))
        }
    }

    other!(Unknown(Seldom));
    let encoded = decode::<Event>(FULL).encode().expect("it was kept");
    assert_eq!(parts(encoded.as_raw_event()), parts(FULL));
    let error = decode::<Event>(RawEvent::new("later", "")).encode().expect_err("not kept");
    assert_eq!(error.kind(), ErrorKind::Encode);
}

#[test]
fn unknown_event_is_unchanged_after_many_hops() {
    other!(Unknown(RawEventBuf));
    let mut raw = FULL.to_buf();
    for _ in 0..3 {
        raw = decode::<Event>(raw.as_raw_event()).encode().expect("it was kept");
    }
    assert_eq!(parts(raw.as_raw_event()), parts(FULL));
}
