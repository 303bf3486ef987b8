//! The name that is found in the data must be the one that `serde_json` reads.
#![no_main]

use std::fmt;

use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use sse_event::{DecodeEvent as _, Decoded, Error, ErrorKind, RawEvent, SseEvent};

/// Only the names are decoded.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Named {
    #[event("a")]
    A,
    #[event("response.output_text.delta")]
    Delta,
}

fuzz_target!(|data: &str| {
    agrees(data);
    // The same data with the tag at the end, where it is searched from the end as well.
    for name in ["a", "response.output_text.delta", "b"] {
        agrees(&format!(r#"{{{data},"type":"{name}"}}"#));
        if let Some(object) = data.trim_end().strip_suffix('}') {
            agrees(&format!("{object} , \"type\": \"{name}\" }}\n"));
        }
    }
});

/// Checks that the name is the one that `serde_json` reads.
fn agrees(data: &str) {
    let decoded = Named::decode(RawEvent::new("", data));
    match serde_json::from_str::<First>(data) {
        Ok(First(Some(name))) => match decoded {
            Ok(Decoded::Event(event)) => assert_eq!(event.event_type(), name),
            Ok(nothing) => panic!("{nothing:?} of {data:?}"),
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::UnknownEvent, "{error}");
                assert_eq!(error.event_type(), name);
                assert!(!Named::EVENT_TYPES.contains(&&*name));
            }
        },
        Ok(First(None)) => is_unnamed(decoded),
        Err(_) if !data.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('{') => is_unnamed(decoded),
        // Only the key and the text before it, or after it, is read.
        Err(_) => {}
    }
}

fn is_unnamed(decoded: Result<Decoded<Named>, Error>) {
    assert_eq!(decoded.expect_err("it has no name").kind(), ErrorKind::Unnamed);
}

/// The string under the first key `type`, if the data is an object and has one.
struct First(Option<String>);

impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(FirstVisitor).map(Self)
    }
}

struct FirstVisitor;

impl<'de> Visitor<'de> for FirstVisitor {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "type" && found.is_none() {
                let value = map.next_value::<&RawValue>()?.get();
                found = Some(value.starts_with('"').then(|| serde_json::from_str(value)));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        found.flatten().transpose().map_err(serde::de::Error::custom)
    }
}
