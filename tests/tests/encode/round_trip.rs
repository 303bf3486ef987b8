//! `decode(encode(x)) == x` for random values of every kind of variant.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::net::IpAddr;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sse_event::{RawEventBuf, SseEvent};
use sse_event_tests::outcome::assert_round_trips;
use sse_event_tests::wrapped;

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Payload {
    text: String,
    number: i64,
    nested: Option<Box<Payload>>,
    list: Vec<(char, bool)>,
}

fn payload() -> impl Strategy<Value = Payload> {
    let leaf = (any::<String>(), any::<i64>(), vec(any::<(char, bool)>(), 0..3))
        .prop_map(|(text, number, list)| Payload { text, number, nested: None, list });
    leaf.prop_recursive(3, 3, 1, |inner| {
        (any::<String>(), of(inner)).prop_map(|(text, nested)| Payload {
            text,
            number: 0,
            nested: nested.map(Box::new),
            list: Vec::new(),
        })
    })
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Inner {
    Unit,
    Newtype(u8),
    Tuple(u8, String),
    Struct { z: u8, a: String },
}

fn inner() -> impl Strategy<Value = Inner> {
    prop_oneof![
        Just(Inner::Unit),
        any::<u8>().prop_map(Inner::Newtype),
        any::<(u8, String)>().prop_map(|(number, text)| Inner::Tuple(number, text)),
        any::<(u8, String)>().prop_map(|(z, a)| Inner::Struct { z, a }),
    ]
}

/// The same variants under each set of options.
macro_rules! round_trip {
    ($test:ident, $(#[$options:meta])*) => {
        mod $test {
            use super::*;

            #[derive(Clone, Debug, PartialEq, SseEvent)]
            $(#[$options])*
            enum Event<T> {
                #[event("json", alias = "alias")]
                Json(Payload),
                #[event("generic")]
                Generic(BTreeMap<String, T>),
                #[event("enum")]
                Enum(Inner),
                #[event("unit", terminal)]
                Unit,
                #[event("struct \"quoted\"")]
                #[serde(rename_all = "camelCase")]
                Struct {
                    some_text: String,
                    #[serde(default, skip_serializing_if = "Option::is_none")]
                    an_option: Option<T>,
                    #[serde(rename = "données")]
                    data: Vec<f64>,
                },
                #[event("raw", raw)]
                Raw(String),
                #[event("parse", parse)]
                Parse(IpAddr),
                #[event("with", with = hex)]
                With(Vec<u8>),
                #[event("newtype")]
                Newtype(#[serde(with = "wrapped")] String),
                #[event(other)]
                Unknown(RawEventBuf),
            }

            fn event() -> impl Strategy<Value = Event<i32>> {
                // Not every number: serde_json itself reads some of them with a different last bit.
                let eighths = any::<i32>().prop_map(|number| f64::from(number) / 8.0);
                prop_oneof![
                    payload().prop_map(Event::Json),
                    btree_map("[^t].*", any::<i32>(), 0..4).prop_map(Event::Generic),
                    inner().prop_map(Event::Enum),
                    Just(Event::Unit),
                    (any::<String>(), of(any::<i32>()), vec(eighths, 0..4)).prop_map(
                        |(some_text, an_option, data)| Event::Struct { some_text, an_option, data }
                    ),
                    any::<String>().prop_map(Event::Raw),
                    any::<IpAddr>().prop_map(Event::Parse),
                    any::<Vec<u8>>().prop_map(Event::With),
                    any::<String>().prop_map(Event::Newtype),
                    ("later.*", any::<String>(), of(any::<String>())).prop_map(|(event, data, id)| {
                        let raw = RawEventBuf::new(event, data);
                        Event::Unknown(match id {
                            Some(id) => raw.with_id(id),
                            None => raw,
                        })
                    }),
                ]
            }

            proptest! {
                #[test]
                fn decoding_gives_encoded_value(event in event()) {
                    assert_round_trips(&event);
                }
            }
        }
    };
}

round_trip!(plain, #[sse(encode)]);
round_trip!(tagged, #[sse(encode, tag = "type")]);
round_trip!(with_an_end, #[sse(encode, end = "[DONE]", ignore("ping"))]);

mod hex {
    use std::num::ParseIntError;

    use sse_event::{RawEvent, RawEventBuf};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<Vec<u8>, ParseIntError> {
        (0..raw.data.len()).step_by(2).map(|at| u8::from_str_radix(&raw.data[at..at + 2], 16)).collect()
    }

    pub(super) fn encode(bytes: &Vec<u8>) -> Result<RawEventBuf, String> {
        let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(RawEventBuf::new("with", digits.concat()))
    }
}
