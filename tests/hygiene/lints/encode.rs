//! Encoding: variants, custom codecs and structs.

use renamed::{DecodeEvent as _, Decoded, EncodeEvent as _, RawEvent, RawEventBuf, SseEvent};

/// Events for both directions.
// Not `Eq`, because its derive would use the deprecated payload again.
#[allow(clippy::derive_partial_eq_without_eq)]
#[derive(Debug, PartialEq, SseEvent)]
#[sse(crate = renamed, encode, tag = "type", end = "[DONE]")]
pub enum Event {
    /// Text.
    #[event("text", raw, line = true)]
    Text(String),
    /// A number.
    #[event("count", parse, terminal)]
    Count(u32),
    /// An old payload.
    #[event("old")]
    #[expect(deprecated, reason = "the user's own use of it; the derive's is not warned of")]
    Old(super::decode::OldPayload),
    /// An object.
    #[event("object")]
    #[serde(rename_all = "camelCase")]
    Object {
        /// A number.
        first_count: u32,
        /// An old number.
        #[deprecated = "see `first_count`"]
        total: Option<u32>,
    },
    /// A number with a custom serde function.
    #[event("bits")]
    Bits(#[serde(with = "bits")] u32),
    /// Nothing.
    #[event("ping")]
    Ping,
    /// A number in hexadecimal digits.
    #[event("digits", decode_with = from_digits, encode_with = to_digits)]
    Digits(u64),
    /// Parts of messages.
    #[event("messages/", prefix, with = messages)]
    Messages(Vec<u32>),
    /// Any other.
    #[event(other)]
    Unknown {
        /// The name.
        event: String,
        /// The data.
        data: String,
        /// The id.
        id: Option<String>,
        /// The reconnection time.
        retry: Option<std::time::Duration>,
    },
}

mod bits {
    use renamed_serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature of a serializer")]
    pub(super) fn serialize<S: Serializer>(bits: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{bits:b}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let bits = String::deserialize(deserializer)?;
        u32::from_str_radix(&bits, 2).map_err(renamed_serde::de::Error::custom)
    }
}

mod messages {
    use std::num::ParseIntError;

    use renamed::{RawEvent, RawEventBuf};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<Vec<u32>, ParseIntError> {
        raw.data.split(' ').map(str::parse).collect()
    }

    #[expect(clippy::unnecessary_wraps, clippy::ptr_arg, reason = "the signature of an encoder")]
    pub(super) fn encode(numbers: &Vec<u32>) -> Result<RawEventBuf, ParseIntError> {
        let data: Vec<_> = numbers.iter().map(u32::to_string).collect();
        Ok(RawEventBuf::new("messages/all", data.join(" ")))
    }
}

const fn from_digits(raw: RawEvent<'_>) -> Result<u64, std::num::ParseIntError> {
    u64::from_str_radix(raw.data, 16)
}

#[expect(
    clippy::unnecessary_wraps,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature of an encoder"
)]
fn to_digits(number: &u64) -> Result<RawEventBuf, std::fmt::Error> {
    Ok(RawEventBuf::new("digits", format!("{number:x}")))
}

/// Events that are only written.
#[derive(Debug, SseEvent)]
#[sse(crate = renamed, encode_only, tag = "type", line = false)]
pub enum Outgoing<'a, T> {
    /// A value.
    #[event("value")]
    Value(T),
    /// More of them.
    #[event("values")]
    Values {
        /// Some.
        some: &'a [T],
        /// How many.
        count: usize,
    },
    /// Text.
    #[event("text", raw, line = true)]
    Text(&'a str),
}

/// The one event of its stream.
#[derive(Debug, PartialEq, Eq, SseEvent, renamed_serde::Deserialize, renamed_serde::Serialize)]
#[serde(crate = "renamed_serde")]
#[event("created")]
#[sse(crate = renamed, encode)]
pub struct Created<T> {
    /// What was created.
    pub value: T,
}

#[test]
fn encoded_events_decode() {
    let unknown = Event::Unknown { event: "new".into(), data: "1".into(), id: None, retry: None };
    for event in [
        Event::Text("Hi".into()),
        Event::Count(7),
        Event::Object { first_count: 7, total: Some(8) },
        Event::Ping,
        unknown,
    ] {
        let raw = event.encode().unwrap();
        assert_eq!(Event::decode(raw.as_raw_event()).unwrap(), Decoded::Event(event));
    }
}

#[test]
fn custom_codecs_encode_and_decode() {
    let event = Event::Messages(vec![1, 2]);
    let raw = event.encode().unwrap();
    assert_eq!(raw, RawEventBuf::new("messages/all", "1 2"));
    assert_eq!(Event::decode(raw.as_raw_event()).unwrap(), Decoded::Event(event));
    assert!(Event::decode(RawEvent::new("digits", "no")).is_err());
    assert_eq!(Event::Digits(255).encode().unwrap().data, "ff");
    let bits = Event::decode(RawEvent::new("bits", "\"101\"")).unwrap();
    assert_eq!(bits, Decoded::Event(Event::Bits(5)));
}

#[test]
fn lineless_enum_and_struct_encode() {
    let raw = Outgoing::Values { some: &[1], count: 1 }.encode().unwrap();
    assert_eq!(raw, RawEventBuf::new("", r#"{"type":"values","some":[1],"count":1}"#));
    let created = Created { value: 7 };
    let raw = created.encode().unwrap();
    assert_eq!(raw, RawEventBuf::new("created", r#"{"value":7}"#));
    assert_eq!(Created::decode(raw.as_raw_event()).unwrap(), Decoded::Event(created));
}
