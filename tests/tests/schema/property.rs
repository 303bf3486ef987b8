//! Random events of every kind: encoded events are valid, and data of a type that the decoder rejects is not.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sse_event::schema::EventSchema;
use sse_event::{DecodeEventOwned, EncodeEvent, SseEvent};

use crate::check::Items;

#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
struct Payload {
    text: String,
    number: i64,
    nested: Option<Box<Payload>>,
    list: Vec<(char, bool)>,
}

/// Accepts no other keys, so that the tag must be hidden from it.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    count: u32,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
struct Failure {
    code: u16,
    message: Option<String>,
}

fn payload() -> impl Strategy<Value = Payload> {
    let leaf = (any::<String>(), any::<i64>(), vec(any::<(char, bool)>(), 0..3))
        .prop_map(|(text, number, list)| Payload { text, number, nested: None, list });
    leaf.prop_recursive(2, 2, 1, |inner| {
        (any::<String>(), of(inner)).prop_map(|(text, nested)| Payload {
            text,
            number: 0,
            nested: nested.map(Box::new),
            list: Vec::new(),
        })
    })
}

/// The same variants under each set of options.
macro_rules! form {
    ($form:ident, $(#[$options:meta])*) => {
        mod $form {
            use super::*;

            #[derive(Clone, Debug, PartialEq, SseEvent)]
            $(#[$options])*
            pub(super) enum Event<T> {
                #[event("json", alias = "alias")]
                Json(Payload),
                #[event("generic")]
                Generic(BTreeMap<String, T>),
                #[event("strict")]
                Strict(Strict),
                #[event("unit", terminal)]
                Unit,
                #[event("struct \"quoted\"")]
                #[serde(rename_all = "camelCase")]
                Struct {
                    some_text: String,
                    #[serde(default, skip_serializing_if = "Option::is_none")]
                    an_option: Option<T>,
                },
                #[event("denied")]
                #[serde(deny_unknown_fields)]
                Denied { flag: bool },
            }

            pub(super) fn event() -> impl Strategy<Value = Event<u8>> {
                prop_oneof![
                    payload().prop_map(Event::Json),
                    btree_map("[a-s]{0,4}", any::<u8>(), 0..3).prop_map(Event::Generic),
                    any::<u32>().prop_map(|count| Event::Strict(Strict { count })),
                    Just(Event::Unit),
                    any::<(String, Option<u8>)>()
                        .prop_map(|(some_text, an_option)| Event::Struct { some_text, an_option }),
                    any::<bool>().prop_map(|flag| Event::Denied { flag }),
                ]
            }

            static ITEMS: LazyLock<Items> = LazyLock::new(Items::of::<Event<u8>>);
            static ENVELOPED: LazyLock<Items> = LazyLock::new(Items::of::<Enveloped<Event<u8>>>);
            static RESPONSES: LazyLock<Items> = LazyLock::new(Items::of::<Response<Event<u8>>>);

            proptest! {
                #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

                #[test]
                fn written_events_are_valid_and_refused_ones_are_not(event in event()) {
                    let event_type = event.event_type().to_owned();
                    ITEMS.expect(&event, &event_type);
                    refuses_what_the_decoder_refuses(&ITEMS, &event);
                }

                #[test]
                fn wrapped_events_are_valid_and_refused_ones_are_not(event in event(), event_id in any::<u64>()) {
                    let event_type = event.event_type().to_owned();
                    let enveloped = Enveloped { event_id, note: None, event: event.clone() };
                    ENVELOPED.expect(&enveloped, &event_type);
                    refuses_what_the_decoder_refuses(&ENVELOPED, &enveloped);

                    let answer = Response { id: 7, result: Ok(event) };
                    RESPONSES.expect(&answer, &event_type);
                    refuses_what_the_decoder_refuses(&RESPONSES, &answer);
                    let failed = Response::<Event<u8>> { id: 8, result: Err(Failure { code: 4, message: None }) };
                    RESPONSES.expect(&failed, "error");
                    refuses_what_the_decoder_refuses(&RESPONSES, &failed);
                }
            }
        }
    };
}

form!(by_line, #[sse(encode, schema)]);
form!(by_tag, #[sse(encode, schema, tag = "type", line = false)]);
form!(by_line_and_tag, #[sse(encode, schema, tag = "type")]);
form!(adjacent, #[sse(encode, schema, tag = "type", content = "data", line = false)]);

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, schema)]
#[serde(rename_all = "camelCase")]
struct Enveloped<T> {
    event_id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[sse(nested)]
    event: T,
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, schema)]
struct Response<T> {
    id: u64,
    #[sse(nested, error = "error")]
    result: Result<T, Failure>,
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, schema)]
struct Numbered<T> {
    sequence_number: u64,
    #[sse(flatten)]
    event: T,
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, schema, tag = "type", line = false)]
enum Flat {
    #[event("delta")]
    Delta { text: String },
    #[event("usage")]
    Usage(Failure),
    #[event("ping")]
    Ping,
}

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(encode, schema, end = "[DONE]")]
enum Keyed {
    #[event("message", line = false)]
    Chunk { text: String },
    #[event("message", line = false, has_key = "error", error)]
    Error { error: Failure },
}

static NUMBERED: LazyLock<Items> = LazyLock::new(Items::of::<Numbered<Flat>>);
static KEYED: LazyLock<Items> = LazyLock::new(Items::of::<Keyed>);

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn flattened_events_are_valid_and_refused_ones_are_not(
        sequence_number in any::<u64>(),
        event in prop_oneof![
            any::<String>().prop_map(|text| Flat::Delta { text }),
            any::<u16>().prop_map(|code| Flat::Usage(Failure { code, message: None })),
            Just(Flat::Ping),
        ],
    ) {
        let numbered = Numbered { sequence_number, event };
        NUMBERED.expect(&numbered, numbered.event_type());
        refuses_what_the_decoder_refuses(&NUMBERED, &numbered);
    }

    #[test]
    fn events_told_apart_by_a_key_are_valid_and_refused_ones_are_not(
        event in prop_oneof![
            any::<String>().prop_map(|text| Keyed::Chunk { text }),
            any::<u16>().prop_map(|code| Keyed::Error { error: Failure { code, message: None } }),
        ],
    ) {
        KEYED.expect(&event, "message");
        refuses_what_the_decoder_refuses(&KEYED, &event);
    }
}

/// Drops, replaces and adds each key of the data, at every depth, and removes the name. Data that the decoder rejects
/// must not be valid.
#[track_caller]
fn refuses_what_the_decoder_refuses<E>(items: &Items, event: &E)
where
    E: DecodeEventOwned + EncodeEvent + EventSchema + Debug,
{
    let raw = event.encode().unwrap();
    let with_data = |data: String| {
        let mut mutated = raw.clone();
        mutated.data = data;
        mutated
    };
    let mut unknown = raw.clone();
    "unknown".clone_into(&mut unknown.event);
    let mut mutated = vec![unknown, with_data("{".to_owned())];
    let data: Value = serde_json::from_str(&raw.data).unwrap_or(Value::Null);
    let mut mutations = Vec::new();
    mutate(&data, &mut |value| mutations.push(value));
    mutated.extend(mutations.into_iter().map(|data| with_data(data.to_string())));
    for raw in &mutated {
        let raw = raw.as_raw_event();
        if let Err(error) = E::decode(raw) {
            assert_eq!(items.find(raw), Err(vec![]), "valid, and yet: {error}");
        }
    }
}

fn mutate(value: &Value, mutated: &mut dyn FnMut(Value)) {
    for other in [json!(null), json!("text"), json!(-1), json!(1.5), json!([]), json!({}), json!([[]])] {
        if other != *value {
            mutated(other);
        }
    }
    if let Value::Object(object) = value {
        for key in object.keys() {
            let mut without = object.clone();
            without.remove(key);
            mutated(Value::Object(without));
            mutate(&object[key], &mut |inner| {
                let mut with = object.clone();
                with.insert(key.clone(), inner);
                mutated(Value::Object(with));
            });
        }
        let mut more = object.clone();
        more.insert("unknown key".to_owned(), json!(0));
        mutated(Value::Object(more));
    }
}
