//! serde's attributes on the field of a newtype variant apply to its payload.

use std::borrow::Cow;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serializer};
use sse_event::{ErrorKind, SseEvent};
use sse_event_tests::outcome::{assert_encodes, error, event};
use sse_event_tests::{millis, wrapped};

fn shouted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Cow::<'de, str>::deserialize(deserializer)?.to_uppercase())
}

fn whispered<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.to_lowercase())
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
enum Event<'a> {
    #[event("wait")]
    Wait(#[serde(with = "millis")] Duration),
    #[event("shout")]
    Shout(#[serde(deserialize_with = "shouted")] String),
    #[event("whisper")]
    Whisper(#[serde(serialize_with = "whispered")] String),
    #[event("cow")]
    Cow(#[serde(borrow)] Cow<'a, str>),
    #[event("plain")]
    Plain(Cow<'a, str>),
    #[event("default")]
    Default(#[serde(default, deserialize_with = "shouted")] String),
    #[event("nothing but default")]
    Nothing(#[serde(default)] Option<u8>),
}

#[test]
fn with_applies_to_both_directions() {
    assert_eq!(event::<Event<'_>>("wait", "1500"), Event::Wait(Duration::from_millis(1500)));
    assert_encodes(&Event::Wait(Duration::from_secs(2)), "wait", r#""2000""#);
}

#[test]
fn deserialize_with_and_serialize_with_apply_to_one_direction() {
    assert_eq!(event::<Event<'_>>("shout", r#""hé""#), Event::Shout("HÉ".into()));
    assert_encodes(&Event::Shout("A".into()), "shout", r#""A""#);
    assert_eq!(event::<Event<'_>>("whisper", r#""A""#), Event::Whisper("A".into()));
    assert_encodes(&Event::Whisper("A".into()), "whisper", r#""a""#);
}

#[test]
fn borrow_makes_cow_borrow() {
    assert!(matches!(event("cow", r#""text""#), Event::Cow(Cow::Borrowed("text"))));
    assert!(matches!(event("cow", r#""\n""#), Event::Cow(Cow::Owned(text)) if text == "\n"));
    assert!(matches!(event("plain", r#""text""#), Event::Plain(Cow::Owned(_))), "serde's default");
    assert_encodes(&Event::Cow("\n".into()), "cow", r#""\n""#);
}

/// As in serde, `default` does not apply to the field of a newtype.
#[test]
fn default_has_no_effect() {
    assert_eq!(event::<Event<'_>>("default", r#""a""#), Event::Default("A".into()));
    assert_eq!(error::<Event<'_>>("default", "").kind(), ErrorKind::Payload);
    assert_eq!(event::<Event<'_>>("nothing but default", "7"), Event::Nothing(Some(7)));
    assert_encodes(&Event::Nothing(Some(7)), "nothing but default", "7");
}

#[test]
fn malformed_payload_is_payload_error() {
    let error = error::<Event<'_>>("wait", "true");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, Some("")));
    assert_eq!(error.to_string(), "wait: invalid type: boolean `true`, expected u64 (line 1 column 4): true");
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type")]
enum Generic<T, U> {
    #[event("with")]
    With(
        #[serde(
            with = "wrapped",
            bound(deserialize = "T: Deserialize<'de>", serialize = "T: serde::Serialize")
        )]
        T,
    ),
    #[event("plain")]
    Plain { value: U },
}

#[test]
fn with_applies_to_type_parameter() {
    let with = Generic::<String, u8>::With("x".into());
    assert_eq!(event::<Generic<String, u8>>("", r#"{"type":"with","inner":"x"}"#), with);
    assert_encodes(&with, "with", r#"{"type":"with","inner":"x"}"#);
    let plain = Generic::<String, u8>::Plain { value: 1 };
    assert_encodes(&plain, "plain", r#"{"type":"plain","value":1}"#);
}
