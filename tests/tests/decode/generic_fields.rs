//! Generic struct variants need no `bound`, whatever bound the enum has on its parameter.

use std::fmt::Debug;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent as _, DecodeEventOwned, ErrorKind, RawEvent, SseEvent};

/// Like the specifications of Ethereum's clients: every type that is read, for one of several networks.
trait Spec: DeserializeOwned + Debug + PartialEq + Default {
    type Block: DeserializeOwned + Debug + PartialEq;
}

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Mainnet {
    slot: u64,
}

impl Spec for Mainnet {
    type Block = Vec<u8>;
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Event<T: Spec> {
    #[event("head")]
    Head {
        spec: T,
        block: T::Block,
        #[serde(default)]
        optional: Option<T>,
        missing: Option<T>,
        #[serde(rename = "all")]
        list: Vec<T>,
    },
    #[event("flat")]
    Flat {
        #[serde(flatten)]
        spec: T,
        #[serde(default)]
        other: T,
    },
    #[event("defaults")]
    #[serde(default)]
    Defaults { spec: T, count: u8 },
    #[event("newtype")]
    Newtype(T),
}

fn decode<T: Spec>(data: &str) -> Result<Event<T>, sse_event::Error>
where
    Event<T>: DecodeEventOwned,
{
    Event::decode(RawEvent::new("", data)).map(|decoded| decoded.into_event().expect("an event"))
}

#[test]
fn struct_variant_is_read_with_deserialize_owned_as_supertrait() {
    let slot = |slot| Mainnet { slot };
    for (data, expected) in [
        (
            r#"{"type":"head","spec":{"slot":1},"block":[2],"all":[{"slot":3}]}"#,
            Event::Head { spec: slot(1), block: vec![2], optional: None, missing: None, list: vec![slot(3)] },
        ),
        (
            r#"{"type":"head","spec":{"slot":1},"block":[],"all":[],"optional":{"slot":4},"missing":{"slot":5}}"#,
            Event::Head {
                spec: slot(1),
                block: vec![],
                optional: Some(slot(4)),
                missing: Some(slot(5)),
                list: vec![],
            },
        ),
        (r#"{"type":"flat","slot":6}"#, Event::Flat { spec: slot(6), other: slot(0) }),
        (r#"{"type":"defaults","count":1}"#, Event::Defaults { spec: slot(0), count: 1 }),
        (r#"{"type":"newtype","slot":7}"#, Event::Newtype(slot(7))),
    ] {
        assert_eq!(decode(data).expect("it is decoded"), expected);
    }
}

#[test]
fn error_in_generic_field_has_its_path() {
    let error = decode::<Mainnet>(r#"{"type":"head","spec":{"slot":"1"}}"#).expect_err("the slot is text");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, Some("spec.slot")));
    let error = decode::<Mainnet>(r#"{"type":"head","spec":{"slot":1}}"#).expect_err("the block is missing");
    assert!(error.to_string().contains("missing field `block`"), "{error}");
}
