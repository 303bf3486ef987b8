//! Compares with serde and `serde_path_to_error` on the same data: the value of an internally tagged enum, and the
//! path of a fault.
#![no_main]

use std::collections::BTreeMap;
use std::fmt;

use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_path_to_error::Segment;
use sse_event::{DecodeEvent, Decoded, ErrorKind, RawEvent, SseEvent};
use sse_event_fuzz::{Delta, Tree, frame};

/// Events that are named by both serde and our derive.
#[derive(Debug, Deserialize, PartialEq, SseEvent)]
#[sse(tag = "type")]
#[serde(tag = "type")]
enum Event {
    #[event("delta")]
    #[serde(rename = "delta")]
    Delta(Delta),
    #[event("counts")]
    #[serde(rename = "counts")]
    Counts(BTreeMap<String, u64>),
    #[event("usage")]
    #[serde(rename = "usage")]
    Usage {
        tokens: u64,
        #[serde(default)]
        details: Option<Box<Tree>>,
    },
    #[event("unit")]
    #[serde(rename = "unit")]
    Unit,
}

/// A payload whose field types raise errors with messages that the data chooses.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
struct Call {
    text: Option<Refused>,
    #[serde(default, deserialize_with = "json_in_string")]
    delta: Option<Delta>,
    index: Option<u8>,
    #[serde(default)]
    parts: Vec<Self>,
}

/// Rejects every text with an error that has the text as its message.
#[derive(Debug)]
struct Refused;

impl<'de> Deserialize<'de> for Refused {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(String::deserialize(json)?))
    }
}

fn json_in_string<'de, T: DeserializeOwned, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
    serde_json::from_str(&String::deserialize(json)?).map_err(D::Error::custom)
}

#[derive(Debug, SseEvent)]
#[expect(dead_code, reason = "only errors are checked")]
enum Faulty {
    #[event("delta")]
    Delta(Delta),
    #[event("call")]
    Call(Call),
}

fuzz_target!(|input: &str| {
    let data = frame(input).data;
    agrees_with_serde(data);
    path_is_related::<Delta>("delta", data);
    path_is_related::<Call>("call", data);
});

/// Checks that the event equals the one that serde reads.
fn agrees_with_serde(data: &str) {
    // serde also reads a variant from an array.
    if !data.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('{') {
        return;
    }
    let ours = Event::decode(RawEvent::new("", data));
    match (ours, serde_json::from_str::<Event>(data)) {
        (Ok(Decoded::Event(ours)), Ok(theirs)) => assert_eq!(ours, theirs),
        (Ok(_), Err(theirs)) => {
            // serde buffers everything that is not read, so it rejects values that no tree of values can hold, and it
            // reads the whole text of a unit. It rejects a second tag, of which we take the first.
            let is_whole = serde_json::from_str::<Value>(data).is_ok() && depth(data) < 100;
            assert!(!is_whole || tags(data) > 1, "{theirs}");
        }
        (ours, Ok(theirs)) => panic!("{theirs:?} is {ours:?}"),
        (Err(_), Err(_)) => {}
    }
}

/// The maximum number of containers that are open at once.
fn depth(data: &str) -> usize {
    data.bytes().filter(|b| matches!(b, b'{' | b'[')).count()
}

/// How often the object has the tag's key.
fn tags(data: &str) -> usize {
    struct Tags(usize);

    impl<'de> Deserialize<'de> for Tags {
        fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
            json.deserialize_map(TagsVisitor).map(Self)
        }
    }

    struct TagsVisitor;

    impl<'de> Visitor<'de> for TagsVisitor {
        type Value = usize;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<usize, A::Error> {
            let mut tags = 0;
            while let Some((key, IgnoredAny)) = map.next_entry::<String, _>()? {
                tags += usize::from(key == "type");
            }
            Ok(tags)
        }
    }

    serde_json::from_str::<Tags>(data).map_or(0, |tags| tags.0)
}

/// Checks that the path of a type error is the one that tracking finds, or that of a value around it or inside it.
fn path_is_related<T: DeserializeOwned>(name: &str, data: &str) {
    let Err(error) = Faulty::decode(RawEvent::new(name, data)) else { return };
    assert_eq!(error.kind(), ErrorKind::Payload, "{error}");
    // For a syntax error, the two differ about where the text breaks.
    let (Some(ours), Some(true)) = (error.path(), error.json_error().map(serde_json::Error::is_data)) else {
        return;
    };
    let mut json = serde_json::Deserializer::from_str(data);
    let Err(tracked) = serde_path_to_error::deserialize::<_, T>(&mut json) else { return };
    let mut theirs = Some(String::new());
    for segment in tracked.path() {
        // Keys are compared only if both write them unescaped.
        let next = match segment {
            Segment::Seq { index } => Some(format!("[{index}]")),
            Segment::Map { key } if !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase()) => {
                Some(format!(".{key}"))
            }
            _ => None,
        };
        theirs = theirs.zip(next).map(|(path, next)| path + &next);
    }
    let Some(theirs) = theirs else { return };
    let ours = if ours.is_empty() || ours.starts_with('[') { ours.to_owned() } else { format!(".{ours}") };
    let is_related = ours.starts_with(&theirs) || theirs.starts_with(&ours);
    assert!(is_related, "ours is {ours}, theirs is {theirs}: {error}");
}
