//! `Self` in the types and attributes of an enum of events is the enum, as in serde, although the derive copies them
//! to other types.

use renamed::{EncodeEvent as _, RawEvent, RawEventBuf, SseEvent};
use renamed_serde::{Deserialize, Deserializer, Serialize, Serializer};

trait Associated {
    type Count;
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(crate = renamed, encode)]
enum Event {
    #[event("array")]
    Array {
        bytes: [u8; Self::LENGTH],
        #[serde(default = "Self::default_count")]
        count: <Self as Associated>::Count,
    },
    #[event("node")]
    Node { children: Vec<Self>, next: Option<Box<Self>> },
    #[event("attribute")]
    Attribute(#[serde(with = "Self")] u8),
    #[event("field")]
    Field {
        #[serde(with = "Self")]
        value: u8,
    },
    #[event("codec", with = Self)]
    Codec(String),
    #[event("json")]
    Json(Vec<Self>),
}

impl Associated for Event {
    type Count = u16;
}

impl Event {
    const LENGTH: usize = 2;

    fn default_count() -> u16 {
        7
    }

    #[allow(clippy::unnecessary_wraps, reason = "the signature is that of a codec")]
    fn decode(raw: RawEvent<'_>) -> Result<String, String> {
        Ok(raw.data.to_owned())
    }

    #[allow(clippy::ptr_arg, clippy::unnecessary_wraps, reason = "the signature is that of a codec")]
    fn encode(text: &String) -> Result<RawEventBuf, String> {
        Ok(RawEventBuf::new("codec", text.as_str()))
    }

    /// For `with = "Self"`: a number as its text.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    fn serialize<S: Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        Ok(String::deserialize(deserializer)?.parse().unwrap_or_default())
    }
}

/// Nested events are byte counts; their meaning does not matter here.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(1)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u8::deserialize(deserializer).map(Self::Attribute)
    }
}

#[test]
fn self_is_the_enum_in_every_place() {
    for (data, event) in [
        (r#"{"bytes":[1,2],"count":3}"#, Event::Array { bytes: [1, 2], count: 3 }),
        (
            r#"{"children":[1,1],"next":1}"#,
            Event::Node {
                children: vec![Event::Attribute(1), Event::Attribute(1)],
                next: Some(Box::new(Event::Attribute(1))),
            },
        ),
        (r#""8""#, Event::Attribute(8)),
        (r#"{"value":"8"}"#, Event::Field { value: 8 }),
        ("text", Event::Codec("text".to_owned())),
        ("[1]", Event::Json(vec![Event::Attribute(1)])),
    ] {
        let raw = RawEventBuf::new(event.event_type(), data);
        assert_eq!(event.encode().unwrap(), raw);
        assert_eq!(Event::try_from(raw.as_raw_event()).unwrap(), event);
    }
    let array = Event::try_from(RawEvent::new("array", r#"{"bytes":[1,2]}"#)).unwrap();
    assert_eq!(array, Event::Array { bytes: [1, 2], count: 7 });
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(crate = renamed, encode)]
enum Generic<T> {
    #[event("value")]
    Value {
        value: T,
        #[serde(default = "Self::none")]
        more: Option<T>,
        #[serde(skip)]
        own: Skipped<Self>,
    },
}

impl<T> Generic<T> {
    fn none() -> Option<T> {
        None
    }
}

#[derive(Debug, PartialEq)]
struct Skipped<T>(std::marker::PhantomData<T>);

impl<T> Default for Skipped<T> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}

#[test]
fn self_has_the_parameters_of_the_enum() {
    let event = Generic::Value { value: 1_u8, more: None, own: Skipped::default() };
    assert_eq!(Generic::try_from(RawEvent::new("value", r#"{"value":1}"#)).unwrap(), event);
    assert_eq!(event.encode().unwrap(), RawEventBuf::new("value", r#"{"value":1,"more":null}"#));
}
