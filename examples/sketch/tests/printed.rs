//! The files that are printed for our recordings: read them before they are blessed with `SNAPSHOTS=overwrite`.

use std::fs;
use std::path::Path;

use sse_event_sketch::build::{Options, sketch};
use sse_event_sketch::read::Stream;

fn assert_printed(name: &str) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let recording = fs::read(fixtures.join(format!("{name}.sse"))).expect("a recording");
    let printed = sketch(&[Stream::new(recording).expect("a stream")], &Options::default()).print();
    let snapshot = fixtures.join(format!("{name}.rs"));
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&snapshot, &printed).expect("a file");
    }
    let expected = fs::read_to_string(&snapshot).unwrap_or_default();
    assert!(printed == expected, "{} differs from:\n{printed}", snapshot.display());
}

/// Names, payloads and an end that a line says, and text that is not JSON.
#[test]
fn events_named_by_lines() {
    assert_printed("replicate");
    assert_printed("gitlab_duo");
}

/// A name in the data, payloads of two kinds of things.
#[test]
fn events_named_in_the_data() {
    assert_printed("dify");
}

/// A name and a payload, unions, and keys in a case of their own.
#[test]
fn events_of_a_name_and_a_payload() {
    assert_printed("opencode");
}

/// The payload says which one is the last.
#[test]
fn unnamed_chunks() {
    assert_printed("ollama_proxy");
}

/// Resources between a greeting and a farewell.
#[test]
fn unnamed_resources() {
    assert_printed("horizon");
}

/// Requests, responses and errors, each with an event in it.
#[test]
fn events_in_an_envelope() {
    assert_printed("envelope");
}

/// The recording and the file that the documentation shows.
#[test]
fn documentation_shows_what_is_printed() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sketch.md");
    let text = fs::read_to_string(&page).expect("the page");
    let block = |start: &str| {
        let (_, rest) = text.split_once(&format!("```{start}\n")).expect("a block");
        rest.split_once("```").expect("its end").0
    };
    let recording = block("text").as_bytes().to_vec();
    let printed = sketch(&[Stream::new(recording).expect("a stream")], &Options::default()).print();
    let shown = block("rust");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let blessed = text.replace(&format!("```rust\n{shown}```"), &format!("```rust\n{printed}```"));
        fs::write(&page, blessed).expect("a file");
        return;
    }
    assert!(shown == printed, "docs/sketch.md differs from:\n{printed}");
}
