//! `decode(encode(x)) == x` for the two reference enums, with random texts and numbers in their events.

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use sse_event::{DecodeEventOwned, Decoded, EncodeEvent, RawEvent, RawEventBuf};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::fixtures::ASSISTANTS;
use sse_event_tests::responses::ResponseStreamEvent;

/// Every Assistants event with each of its payloads.
fn assistants() -> Vec<(String, Value)> {
    let payload = |text: &str| serde_json::from_str(text).expect("a payload");
    let mut events = vec![("done".to_owned(), json!("[DONE]"))];
    for payloads in ASSISTANTS {
        for name in payloads.events {
            events.extend(payloads.texts().iter().map(|text| ((*name).to_owned(), payload(text))));
        }
    }
    events
}

/// Every Responses event.
fn responses() -> Vec<(String, Value)> {
    let events = include_str!("../../fixtures/responses.jsonl").lines();
    events
        .map(|text| {
            let payload: Value = serde_json::from_str(text).expect("an event");
            (payload["type"].as_str().expect("its name").to_owned(), payload)
        })
        .collect()
}

/// The places of the values that can be replaced by any value of their type.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), found));
        }
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(index, value)| leaves(value, &format!("{path}/{index}"), found));
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) => found.push(path.to_owned()),
        Value::Null => {}
    }
}

/// The payload with some of its leaves changed. The decoder filters those that are not events any more.
fn changed(mut payload: Value, changes: Vec<(Index, String, u32, bool)>) -> Value {
    let mut found = Vec::new();
    leaves(&payload, "", &mut found);
    for (at, text, number, flag) in changes {
        let place = payload.pointer_mut(&found[at.index(found.len())]).expect("a leaf");
        *place = match place {
            Value::String(_) => Value::from(text),
            Value::Number(_) => Value::from(number),
            _ => Value::from(flag),
        };
    }
    payload
}

fn raw(name: &str, payload: &Value) -> RawEventBuf {
    let data = payload.as_str().map_or_else(|| payload.to_string(), str::to_owned);
    RawEventBuf::new(name, data)
}

fn decoded<T: DecodeEventOwned>(raw: RawEvent<'_>) -> Option<T> {
    T::decode(raw).ok().and_then(Decoded::into_event)
}

/// Whether the raw event is one of `T`, which must then survive the round trip.
fn survives<T: DecodeEventOwned + EncodeEvent + Debug>(raw: &RawEventBuf) -> bool {
    let Some(event) = decoded::<T>(raw.as_raw_event()) else { return false };
    let encoded = event.encode().expect("it can be encoded");
    let again = decoded::<T>(encoded.as_raw_event()).expect("its own event");
    assert_eq!(shown(&again), shown(&event), "{again:?}\n{event:?}");
    true
}

/// Not all of the payloads can be compared, but their `Debug` output shows their values, one per line, with hash maps
/// in any order.
fn shown(event: &impl Debug) -> Vec<String> {
    let mut shown: Vec<String> = format!("{event:#?}").lines().map(str::to_owned).collect();
    shown.sort_unstable();
    shown
}

fn property<T: DecodeEventOwned + EncodeEvent + Debug>(events: Vec<(String, Value)>) {
    let names: HashSet<_> = events.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names.len(), T::EVENT_TYPES.len());
    for (name, payload) in &events {
        assert!(survives::<T>(&raw(name, payload)), "{name}: {payload}");
    }
    let changes = proptest::collection::vec(any::<(Index, String, u32, bool)>(), 1..4);
    let event = (select(events), changes);
    let survived = Cell::new(0);
    let cases = 2_000;
    proptest!(ProptestConfig::with_cases(cases), |(((name, payload), changes) in event)| {
        survived.set(survived.get() + u32::from(survives::<T>(&raw(&name, &changed(payload, changes)))));
    });
    assert!(survived.get() > cases / 4, "{survived:?} of {cases} are events at all");
}

#[test]
fn assistants_events_round_trip() {
    property::<AssistantStreamEvent>(assistants());
}

#[test]
fn responses_events_round_trip() {
    property::<ResponseStreamEvent>(responses());
}
