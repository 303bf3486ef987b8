//! `path()` compared with `serde_path_to_error`, which tracks paths while it deserializes.

use async_openai::error::ApiError;
use async_openai::types::assistants::{
    MessageDeltaObject, MessageObject, RunObject, RunStepDeltaObject, RunStepObject, ThreadObject,
};
use serde::Deserialize;
use serde_path_to_error::{Path, Segment};
use sse_event::{Error, RawEvent};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::fixtures::ASSISTANTS;
use sse_event_tests::malformed::malformed;

/// How our paths relate to theirs.
#[derive(Debug, Default)]
struct Tally {
    identical: usize,
    ancestor: usize,
    descendant: usize,
    unrelated: Vec<String>,
}

impl Tally {
    fn count(&mut self, ours: &str, theirs: &str, error: &Error) {
        if ours == theirs {
            self.identical += 1;
        } else if contains(ours, theirs) {
            self.ancestor += 1;
        } else if contains(theirs, ours) {
            self.descendant += 1;
        } else {
            self.unrelated.push(format!("ours `{ours}`, theirs `{theirs}`: {error}"));
        }
    }

    fn total(&self) -> usize {
        self.identical + self.ancestor + self.descendant + self.unrelated.len()
    }

    #[track_caller]
    fn check(&self, what: &str, least: usize, percent_identical: usize) {
        eprintln!(
            "{what}: {} identical, {} ancestors, {} descendants of {}",
            self.identical,
            self.ancestor,
            self.descendant,
            self.total()
        );
        assert_eq!(self.unrelated, [""; 0], "{what}");
        assert!(self.total() >= least, "{what}: too few errors to tell");
        assert!(self.identical * 100 >= self.total() * percent_identical, "{what}: {self:?}");
    }
}

/// The paths of payloads of a wrong type, and of payloads that are not JSON.
#[derive(Default)]
struct Tallies {
    shape: Tally,
    syntax: Tally,
}

impl Tallies {
    /// Counts the error, if it has a path; `tracked` is the path that tracking found.
    fn count(&mut self, error: &Error, tracked: Option<String>) {
        let (Some(ours), Some(theirs), Some(json)) = (error.path(), tracked, error.json_error()) else {
            return;
        };
        let tally = if json.is_data() { &mut self.shape } else { &mut self.syntax };
        tally.count(ours, &theirs, error);
    }
}

/// Whether the value at `outer` contains the one at `inner`.
fn contains(outer: &str, inner: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| outer.is_empty() || rest.starts_with(['.', '[']))
}

/// Their path in our notation: a key that is not a plain word is in brackets, as JSON.
fn notation(path: &Path) -> String {
    let mut text = String::new();
    for segment in path {
        let next = match segment {
            Segment::Seq { index } => format!("[{index}]"),
            Segment::Map { key } | Segment::Enum { variant: key } if is_plain(key) => {
                format!("{}{key}", if text.is_empty() { "" } else { "." })
            }
            Segment::Map { key } | Segment::Enum { variant: key } => {
                format!("[{}]", serde_json::to_string(key).expect("a string is JSON"))
            }
            // A key that could not be read: the path ends at its object.
            Segment::Unknown => break,
        };
        text.push_str(&next);
    }
    text
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-$".contains(&b))
}

fn path_of<T: for<'de> Deserialize<'de>>(data: &str) -> Option<String> {
    let mut json = serde_json::Deserializer::from_str(data);
    serde_path_to_error::deserialize::<_, T>(&mut json).err().map(|error| notation(error.path()))
}

/// The path that `serde_path_to_error` tracks for this event.
fn tracked_path(name: &str, data: &str) -> Option<String> {
    match name {
        "thread.created" => path_of::<ThreadObject>(data),
        "thread.run.step.delta" => path_of::<RunStepDeltaObject>(data),
        "thread.message.delta" => path_of::<MessageDeltaObject>(data),
        "error" => path_of::<ApiError>(data),
        name if name.starts_with("thread.run.step.") => path_of::<RunStepObject>(data),
        name if name.starts_with("thread.run.") => path_of::<RunObject>(data),
        _ => path_of::<MessageObject>(data),
    }
}

#[test]
fn paths_match_serde_path_to_error_or_neighbor() {
    let mut tallies = Tallies::default();
    for payloads in ASSISTANTS {
        let name = payloads.events[0];
        for text in payloads.texts().into_iter().flat_map(malformed) {
            if let Err(error) = AssistantStreamEvent::try_from(RawEvent::new(name, &text)) {
                tallies.count(&error, tracked_path(name, &text));
            }
        }
    }
    tallies.shape.check("payloads of a wrong shape", 5_000, 80);
    tallies.syntax.check("payloads that are not JSON", 20_000, 60);
}

/// Types other than structs: those whose errors are found late, or at another place than the fault.
mod other_shapes {
    #![expect(dead_code, reason = "only what a deserializer refuses is looked at")]

    use super::{Tallies, path_of};
    use serde::Deserialize;
    use serde_json::value::RawValue;
    use sse_event::{RawEvent, SseEvent};
    use sse_event_tests::malformed::malformed;
    use std::collections::{BTreeMap, HashMap};

    #[derive(Debug, Deserialize)]
    struct Shapes {
        keyed: HashMap<u8, Vec<Option<i8>>>,
        tuple: (u8, String, [bool; 2]),
        pairs: Vec<(u8, Small)>,
        external: Vec<External>,
        adjacent: Vec<Adjacent>,
        untagged: Vec<Untagged>,
        small: Vec<Small>,
        nested: Vec<Vec<Internal>>,
        unit: Option<()>,
        letter: char,
        raw: Vec<Box<RawValue>>,
        #[serde(flatten)]
        rest: BTreeMap<String, Vec<u8>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum External {
        Unit,
        Newtype(Vec<u8>),
        Tuple(u8, u8),
        Struct { a: u8 },
    }

    #[derive(Debug, Deserialize)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        A(Vec<u8>),
        B { b: bool },
    }

    #[derive(Debug, Deserialize)]
    #[serde(tag = "type")]
    enum Internal {
        A { a: Vec<u8> },
        B,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum Untagged {
        Number(u8),
        Object { key: Vec<u8> },
    }

    #[derive(Debug, Deserialize)]
    #[serde(try_from = "u8")]
    struct Small;

    impl TryFrom<u8> for Small {
        type Error = String;

        fn try_from(number: u8) -> Result<Self, String> {
            if number < 9 { Ok(Self) } else { Err(format!("{number} is not small")) }
        }
    }

    #[derive(Debug, SseEvent)]
    enum Event {
        #[event("shapes")]
        Shapes(Shapes),
    }

    const VALID: &str = r#"{
        "keyed": { "1": [1, null, -3], "2": [] },
        "tuple": [7, "seven", [true, false]],
        "pairs": [[1, 2], [3, 4], [5, 6]],
        "external": ["unit", { "newtype": [1, 2] }, { "tuple": [1, 2] }, { "struct": { "a": 1 } }, "unit"],
        "adjacent": [{ "t": "A", "c": [1, 2] }, { "c": { "b": true }, "t": "B" }, { "t": "A", "c": [] }],
        "untagged": [1, { "key": [1] }, 2],
        "small": [1, 2, 3],
        "nested": [[{ "type": "A", "a": [1, 2] }, { "type": "B" }], [{ "a": [], "type": "A" }]],
        "unit": null,
        "letter": "é",
        "raw": [[1, 2], { "a": null }, 3],
        "more": [1, 2]
    }"#;

    #[test]
    fn paths_match_serde_path_to_error_or_neighbor() {
        assert!(Event::try_from(RawEvent::new("shapes", VALID)).is_ok());
        let mut tallies = Tallies::default();
        let large = VALID.match_indices(['1', '2', '3', '4', '6']).map(|(at, _)| {
            let (before, after) = VALID.split_at(at);
            format!("{before}200{}", &after[1..])
        });
        for text in malformed(VALID).chain(large) {
            if let Err(error) = Event::try_from(RawEvent::new("shapes", &text)) {
                tallies.count(&error, path_of::<Shapes>(&text));
            }
        }
        tallies.shape.check("payloads of a wrong shape", 800, 80);
        tallies.syntax.check("payloads that are not JSON", 1_500, 55);
    }
}
