//! The Responses events compared with async-openai's internally tagged enum.

use std::collections::HashSet;

use async_openai::types::responses::ResponseStreamEvent as Theirs;
use serde_json::Value;
use sse_event::{DecodeEvent as _, Decoded, EncodeEvent as _, Error, ErrorKind, RawEvent, SseEvent};
use sse_event_examples::apis::openai_responses::ResponseStreamEvent as Example;
use sse_event_tests::responses::{ResponseStreamEvent as Ours, equal};

/// The data of every event, written by us, with `type` first.
const EVENTS: &str = include_str!("../../fixtures/responses.jsonl");

fn decode(line: &str, data: &str) -> Result<Ours, Error> {
    Ours::try_from(RawEvent::new(line, data))
}

fn name_of(data: &str) -> String {
    let object: Value = serde_json::from_str(data).unwrap();
    object["type"].as_str().unwrap().to_owned()
}

/// The same object with `type` moved after `after` other keys.
fn with_tag_at(data: &str, after: usize) -> String {
    let rest = data.split_once(',').map_or("}", |(_, rest)| rest);
    let mut keys: Vec<(String, Box<serde_json::value::RawValue>)> = Vec::new();
    let object: serde_json::Map<String, Value> = serde_json::from_str(&format!("{{{rest}")).unwrap();
    for key in object.keys() {
        keys.push((key.clone(), serde_json::value::to_raw_value(&object[key]).unwrap()));
    }
    keys.insert(
        after.min(keys.len()),
        ("type".into(), serde_json::value::to_raw_value(&name_of(data)).unwrap()),
    );
    let entries: Vec<_> = keys.iter().map(|(key, value)| format!("{key:?}:{value}")).collect();
    format!("{{{}}}", entries.join(","))
}

#[track_caller]
fn assert_same(line: &str, data: &str) {
    let theirs: Theirs = serde_json::from_str(data).unwrap();
    let ours = decode(line, data).unwrap();
    assert!(equal(&ours, &theirs), "{ours:?}\n{theirs:?}");
    assert_eq!(ours.event_type(), async_openai::traits::EventType::event_type(&theirs));
}

#[test]
fn fixture_has_every_name_once_in_order() {
    let names: Vec<_> = EVENTS.lines().map(name_of).collect();
    assert_eq!(names.len(), 49);
    assert_eq!(names, Ours::EVENT_TYPES);
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), 49);
}

/// Of the two enums with these names, the example's also has the later events.
#[test]
fn example_has_every_name_of_async_openai() {
    let missing: Vec<_> =
        Ours::EVENT_TYPES.iter().filter(|name| !Example::EVENT_TYPES.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn events_decode_equally_with_and_without_line() {
    for data in EVENTS.lines() {
        assert_same(&name_of(data), data);
        assert_same("", data);
        assert_same("message", data);
    }
}

#[test]
fn events_decode_equally_for_any_tag_position() {
    for data in EVENTS.lines() {
        for after in [1, 2, usize::MAX] {
            let moved = with_tag_at(data, after);
            assert_ne!(moved, data);
            assert_same("", &moved);
            assert_same(&name_of(data), &moved);
        }
    }
}

#[test]
fn events_decode_equally_with_spaces_and_escapes() {
    for data in EVENTS.lines() {
        let spaced = serde_json::to_string_pretty(&serde_json::from_str::<Value>(data).unwrap()).unwrap();
        assert_same("", &spaced);
        let name = name_of(data);
        let (plain, rest) = (format!("\"type\":\"{name}\""), &name[1..]);
        let written = format!("\"\\u0074ype\" : \"\\u{:04x}{rest}\"", name.as_bytes()[0]);
        let escaped = data.replacen(&plain, &written, 1);
        assert_ne!(escaped, data);
        assert_same("", &escaped);
    }
}

/// The event with each of its values, at any depth, replaced by a value of another type, and with each key removed.
fn malformed(data: &str) -> Vec<String> {
    fn each(value: &Value, change: &mut dyn FnMut(&Value) -> Option<Value>, out: &mut Vec<Value>) {
        if let Some(changed) = change(value) {
            out.push(changed);
        }
        match value {
            Value::Object(object) => {
                for (key, inner) in object {
                    let mut changed = Vec::new();
                    each(inner, change, &mut changed);
                    out.extend(changed.into_iter().map(|inner| {
                        let mut object = object.clone();
                        object.insert(key.clone(), inner);
                        Value::Object(object)
                    }));
                    let mut without = object.clone();
                    without.remove(key);
                    out.push(Value::Object(without));
                }
            }
            Value::Array(array) => {
                for (index, inner) in array.iter().enumerate() {
                    let mut changed = Vec::new();
                    each(inner, change, &mut changed);
                    out.extend(changed.into_iter().map(|inner| {
                        let mut array = array.clone();
                        array[index] = inner;
                        Value::Array(array)
                    }));
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    let mut wrong = |value: &Value| Some(if value.is_boolean() { Value::from(7) } else { Value::from(true) });
    each(&serde_json::from_str(data).unwrap(), &mut wrong, &mut out);
    out.into_iter().map(|value| value.to_string()).collect()
}

#[test]
fn malformed_events_fail_equally() {
    let (mut failed, mut passed) = (0, 0);
    for data in EVENTS.lines() {
        let name = name_of(data);
        let broken = malformed(data)
            .into_iter()
            .chain((0..data.len()).filter_map(|end| data.get(..end).map(str::to_owned)));
        for broken in broken {
            let theirs = serde_json::from_str::<Theirs>(&broken);
            let ours = decode("", &broken);
            match (&ours, &theirs) {
                (Ok(ours), Ok(theirs)) => {
                    passed += 1;
                    assert!(equal(ours, theirs), "{broken}");
                }
                (Err(error), Err(_)) => {
                    failed += 1;
                    assert!(matches!(error.kind(), ErrorKind::Payload | ErrorKind::Unnamed), "{error}");
                    assert_eq!(error.raw_event().data, broken, "the raw event is whole");
                }
                _ => panic!("{name}: {broken}\nours: {ours:?}\ntheirs: {theirs:?}"),
            }
        }
    }
    println!("{failed} malformed in both, {passed} still well formed in both");
    assert!(failed > 10_000 && passed > 100, "{failed} {passed}");
}

#[test]
fn unknown_type_is_unknown_and_keeps_raw_event() {
    let data = r#"{"type":"response.telepathy.delta","sequence_number":1}"#;
    let raw = RawEvent::new("", data).with_id("3");
    let error = Ours::decode(raw).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::UnknownEvent, "response.telepathy.delta"));
    assert_eq!(error.raw_event(), raw);
    assert!(
        matches!(Ours::decode(RawEvent::new("response.telepathy.delta", "{}")), Err(error) if error.kind() == ErrorKind::UnknownEvent)
    );
}

#[test]
fn error_object_without_type_keeps_raw_event() {
    let data = r#"{"error":{"message":"quota"}}"#;
    let error = Ours::decode(RawEvent::new("", data)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unnamed);
    assert_eq!(error.raw_event().data, data);
}

#[test]
fn line_wins_over_tag() {
    let data =
        r#"{"type":"invalid_request_error","sequence_number":0,"code":null,"message":"m","param":null}"#;
    let Ok(Decoded::Event(event)) = Ours::decode(RawEvent::new("error", data)) else { panic!("an event") };
    assert_eq!(event.event_type(), "error");
    assert!(event.is_error());
}

#[test]
fn events_encode_to_text_of_serde() {
    let mut names = HashSet::new();
    for data in EVENTS.lines() {
        let theirs: Theirs = serde_json::from_str(data).expect("an event of theirs");
        let ours = Ours::try_from(RawEvent::new("", data)).expect("an event of ours");
        let encoded = ours.encode().expect("an event");
        assert_eq!(encoded.data, serde_json::to_string(&theirs).expect("serde writes it"));
        assert_eq!((&*encoded.event, encoded.id, encoded.retry), (ours.event_type(), None, None));
        names.insert(encoded.event);
    }
    assert_eq!(names.len(), 49);
}

#[test]
fn events_round_trip() {
    for data in EVENTS.lines() {
        let ours = Ours::try_from(RawEvent::new("", data)).expect("an event");
        let encoded = ours.encode().expect("an event");
        assert_eq!(Ours::try_from(encoded.as_raw_event()).expect("its own event"), ours);
        let unnamed = RawEvent::new("", &encoded.data);
        assert_eq!(Ours::try_from(unnamed).expect("the tag names it"), ours);
        let theirs: Theirs = serde_json::from_str(&encoded.data).expect("theirs reads ours");
        assert!(equal(&ours, &theirs));
    }
}
