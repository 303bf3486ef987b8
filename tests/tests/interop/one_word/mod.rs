//! Enums as other crates describe them to serde: only `SseEvent` is added to the list of derives, and the derive
//! decodes and writes the same as serde. Responses is in `sse_event_tests::responses`, compared in
//! `interop/responses.rs`.

#![allow(
    clippy::enum_variant_names,
    clippy::struct_field_names,
    reason = "they are named as in those crates"
)]

mod ag_ui;
mod anthropic;
mod openai;

use std::fmt::Debug;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sse_event::{BufReadExt as _, DecodeEventOwned, Decoded, EncodeEvent, ErrorKind, RawEvent};

/// Decodes each object as serde does, by its tag at any position and by its line; and writes it as serde does.
#[track_caller]
fn assert_same<T>(data: &[&str])
where
    T: Debug + PartialEq + Serialize + DeserializeOwned + DecodeEventOwned + EncodeEvent,
{
    let mut names = Vec::new();
    for data in data {
        let theirs: T = serde_json::from_str(data).unwrap();
        names.push(theirs.event_type().to_owned());
        let value: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(value["type"], theirs.event_type());
        // The keys are sorted, so the tag is not first.
        for (line, data) in [("", *data), (theirs.event_type(), data), ("", &value.to_string())] {
            let Ok(Decoded::Event(ours)) = T::decode(RawEvent::new(line, data)) else { panic!("{data}") };
            assert_eq!(ours, theirs, "{data}");
            assert_eq!(ours.encode().unwrap().data, serde_json::to_string(&theirs).unwrap());
        }
    }
    names.sort();
    names.dedup();
    let mut all = T::EVENT_TYPES.to_vec();
    all.sort_unstable();
    assert_eq!(names, all, "an event of each name");
}

/// Compares each event of the recordings, if they are available, with serde. Returns the number of events.
#[track_caller]
fn assert_same_recorded<T>(recordings: &str) -> Option<usize>
where
    T: Debug + PartialEq + DeserializeOwned + DecodeEventOwned,
{
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/transcripts").join(recordings);
    let mut count = 0;
    for file in std::fs::read_dir(folder).ok()? {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        // Some recordings have no blank lines: each of their lines is an event.
        let lines = text.lines().filter_map(|line| line.strip_prefix("data:"));
        count += lines.filter(|data| compare::<T>(data)).count();
        let events = text.as_bytes().raw_events().flatten().filter(|raw| raw.data.contains('\n'));
        count += events.filter(|raw| compare::<T>(&raw.data)).count();
    }
    Some(count)
}

fn compare<T>(data: &str) -> bool
where
    T: Debug + PartialEq + DeserializeOwned + DecodeEventOwned,
{
    // Only the data, as in serde.
    let ours = T::decode(RawEvent::new("", data));
    match (serde_json::from_str::<T>(data), ours) {
        (Ok(theirs), ours) => {
            assert_eq!(ours.unwrap(), Decoded::Event(theirs));
            true
        }
        (Err(_), Err(error)) => {
            assert_ne!(error.kind(), ErrorKind::End);
            false
        }
        (Err(theirs), Ok(ours)) => panic!("{ours:?}, to serde {theirs}: {data}"),
    }
}
