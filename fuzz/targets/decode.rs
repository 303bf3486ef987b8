//! Decodes one event with every enum.
#![no_main]

use std::fmt::Debug;
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sse_event::{DecodeEvent, Decoded, Error, ErrorKind, RawEvent};
use sse_event_fuzz::{Borrowed, Delta, Strict, Tagged, Tree, frame};

fuzz_target!(|input: &str| {
    let raw = frame(input).with_id("7").with_retry(Duration::from_millis(5));
    let tagged = decode::<Tagged>(raw);
    let strict = decode::<Strict>(raw);
    decode::<Borrowed<'_>>(raw);

    // Decodes the same payloads in another way: the tag is removed from a tree of values.
    if let Some(Tagged::Delta(delta)) = &tagged {
        agrees::<Delta>(raw.data, Some("type"), delta);
    }
    if let Some(Tagged::Tree(tree)) = &tagged {
        agrees::<Tree>(raw.data, Some("type"), tree);
    }
    if let Some(Strict::Delta(delta)) = &strict {
        agrees::<Delta>(raw.data, None, delta);
    }
    if let Some(Strict::Tree(tree)) = &strict {
        agrees::<Tree>(raw.data, None, tree);
    }
});

/// Decodes the event, and checks properties of every outcome.
fn decode<'a, T: DecodeEvent<'a> + TryFrom<RawEvent<'a>, Error = Error>>(raw: RawEvent<'a>) -> Option<T> {
    let converted = T::try_from(raw).map(|event| event.event_type().to_owned());
    match T::decode(raw) {
        Ok(Decoded::Event(event)) => {
            match event.static_event_type() {
                Some(name) => {
                    assert!(T::EVENT_TYPES.contains(&name), "{name} is not a name");
                    assert_eq!(name, event.event_type());
                }
                None => assert!(!T::EVENT_TYPES.contains(&raw.event), "{} is known", raw.event),
            }
            assert_eq!(converted.expect("it decodes"), event.event_type());
            Some(event)
        }
        Ok(Decoded::Ignored) => {
            assert_eq!(failure(converted).kind(), ErrorKind::Ignored);
            None
        }
        Ok(Decoded::End) => {
            assert_eq!(Some(raw.data), T::END);
            assert_eq!(failure(converted).kind(), ErrorKind::End);
            None
        }
        Err(error) => {
            use ErrorKind::{Payload, UnknownEvent, Unnamed};
            assert!(matches!(error.kind(), Payload | UnknownEvent | Unnamed), "{error:?}");
            assert_eq!(error.raw_event(), raw, "the event is kept whole");
            assert_eq!(failure(converted).to_string(), error.to_string());
            None
        }
    }
}

fn failure(result: Result<String, Error>) -> Error {
    result.expect_err("there is no value")
}

/// The payload equals the one that `serde_json` reads from the object without the tag.
fn agrees<T: DeserializeOwned + PartialEq + Debug>(data: &str, tag: Option<&str>, payload: &T) {
    let value = match serde_json::from_str::<Map<String, Value>>(data) {
        Ok(mut object) => {
            tag.map(|tag| object.remove(tag));
            Value::Object(object)
        }
        // Not an object, or it contains an ignored number that does not fit in an `f64`.
        Err(_) => return,
    };
    assert_eq!(&serde_json::from_value::<T>(value).expect("the payload is well-formed"), payload);
}
