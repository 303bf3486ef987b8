//! Values that cannot be encoded, and their errors.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::Value;
use sse_event::error::ErrorCause;
use sse_event::{EncodeEvent, Error, ErrorKind, SseEvent};

#[derive(SseEvent)]
#[sse(encode_only, tag = "type")]
enum Tagged<P> {
    #[event("response.created")]
    X(P),
}

#[derive(SseEvent)]
#[sse(encode_only)]
enum Plain<P> {
    #[event("x")]
    X(P),
    #[event("fields")]
    Fields { payload: P },
}

#[track_caller]
fn error(event: &impl EncodeEvent) -> Error {
    let error = event.encode().expect_err("it cannot be encoded");
    assert_eq!(error.kind(), ErrorKind::Encode);
    error
}

#[derive(Serialize)]
struct Pair(u8, u8);

#[derive(Serialize)]
struct Newtype(f64);

struct Bytes;

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(b"x")
    }
}

#[test]
fn rejects_payloads_without_room_for_tag() {
    #[track_caller]
    fn refused<P: Serialize>(payload: P, what: &str) {
        let error = error(&Tagged::X(payload));
        let expected = format!(
            "the event `response.created` cannot be encoded: the payload is {what}, not an object that can hold \
             the name `response.created` under `type`"
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.event_type(), "response.created");
        assert!(
            error.other_error().is_some_and(<dyn std::error::Error + Send + Sync>::is::<serde_json::Error>)
        );
    }
    refused(true, "a boolean");
    refused(-1_i8, "an integer");
    refused(7_u64, "an integer");
    refused(1_i128, "an integer");
    refused(1.5_f32, "a number");
    refused('c', "a string");
    refused("text", "a string");
    refused(std::net::Ipv4Addr::LOCALHOST, "a string");
    refused(vec![1], "an array");
    refused((1, 2), "an array");
    refused([0_u8; 0], "an array");
    refused(Some(Box::new(1_u8)), "an integer");
    refused(Value::from("x"), "a string");
    refused(Pair(1, 2), "an array");
    refused(Newtype(1.0), "a number");
    refused(Bytes, "an array");
}

/// A payload whose serialization fails.
struct Refuses;

impl Serialize for Refuses {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("not today"))
    }
}

#[test]
fn serializer_error_is_cause() {
    for error in [error(&Plain::X(Refuses)), error(&Plain::X(Some(vec![Refuses])))] {
        assert_eq!(error.to_string(), "the event `x` cannot be encoded: not today");
        assert_eq!(error.other_error().expect("the cause").to_string(), "not today");
        assert!(
            error.other_error().is_some_and(<dyn std::error::Error + Send + Sync>::is::<serde_json::Error>)
        );
        assert!(error.json_error().is_none() && error.path().is_none(), "no data of it is malformed");
    }
    let error = error(&Plain::Fields { payload: Refuses });
    assert_eq!((error.event_type(), error.to_string().contains("`fields`")), ("fields", true));
}

#[test]
fn rejects_key_that_is_not_string() {
    let error = error(&Plain::X(BTreeMap::from([(vec![1], 1)])));
    assert_eq!(error.to_string(), "the event `x` cannot be encoded: key must be a string");
    let error = self::error(&Tagged::X(BTreeMap::from([((1, 2), 1)])));
    assert_eq!(error.to_string(), "the event `response.created` cannot be encoded: key must be a string");
}

#[test]
fn error_inside_payload_leaves_nothing_behind() {
    #[derive(Serialize)]
    struct Late {
        written: u8,
        refused: Refuses,
    }
    let error = error(&Tagged::X(Late { written: 1, refused: Refuses }));
    assert_eq!(error.to_string(), "the event `response.created` cannot be encoded: not today");
    assert_eq!((error.raw_event().event, error.raw_event().data), ("response.created", ""));
}

#[test]
fn parts_convert_to_custom_error_type() {
    let parts = error(&Plain::X(Refuses)).into_parts();
    assert_eq!((parts.kind, &*parts.event_type), (ErrorKind::Encode, "x"));
    assert!(parts.path.is_none());
    assert!(matches!(parts.cause, Some(ErrorCause::Other(cause)) if cause.to_string() == "not today"));
}

#[test]
fn display_is_one_bounded_line() {
    struct Hostile;
    impl Serialize for Hostile {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("line\nline\u{1b}".repeat(10_000)))
        }
    }
    let text = error(&Plain::X(Hostile)).to_string();
    assert!(text.chars().count() < 400 && !text.contains(['\n', '\u{1b}']), "{text}");
}
