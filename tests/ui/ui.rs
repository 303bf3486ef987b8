//! The compiler's messages for misuse of the API: one rule per case, in a folder for each topic.
//!
//! `TRYBUILD=overwrite cargo test -p sse-event-ui-tests` records the messages; review them by eye.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// Messages differ between compilers: the recorded ones are those of the toolchain in `rust-toolchain.toml`. With
/// another toolchain the test is skipped, unless `SSE_EVENT_REQUIRE_PINNED_TOOLCHAIN` is set.
#[test]
fn misuse_is_reported_as_recorded() {
    let (pinned, running) = (pinned_version(), running_version());
    if pinned != running {
        let reason = format!("the messages are recorded for rustc {pinned}, this is {running}");
        assert!(env::var_os("SSE_EVENT_REQUIRE_PINNED_TOOLCHAIN").is_none(), "{reason}");
        // Not `eprintln!`, which the test harness would capture.
        writeln!(io::stderr(), "skipped: {reason}").unwrap();
        return;
    }
    trybuild::TestCases::new().compile_fail("*/*.rs");
}

#[test]
fn every_case_has_recorded_messages() {
    let sources = files("rs");
    assert!(sources.len() >= 85, "only {} cases found", sources.len());
    assert_eq!(sources, files("stderr"));
}

/// Rules for every message, so that a message cannot become worse unnoticed when the messages are recorded again.
#[test]
fn messages_follow_house_rules() {
    for case in files("stderr") {
        let path = root().join(&case);
        let source = fs::read_to_string(path.with_extension("rs")).unwrap();
        let messages = fs::read_to_string(path.with_extension("stderr")).unwrap();
        assert!(!messages.contains("__private"), "{case:?} shows a private path");
        // Code that serde derives reports a field without `Serialize`.
        let by_serde = case == Path::new("encode/field");
        assert_eq!(messages.contains("serde_core"), by_serde, "serde's messages in {case:?}");
        for message in errors(&messages) {
            let place = message.split_once(".rs:").expect("a position").1;
            let line: usize = place.split(':').next().unwrap().parse().unwrap();
            assert!(
                !source.lines().nth(line - 1).unwrap().contains("#[derive"),
                "{case:?} blames the derive"
            );
        }
    }
}

#[test]
fn eight_causes_are_reported_as_eight_errors() {
    let messages = fs::read_to_string(root().join("whole/eight_causes.stderr")).unwrap();
    assert_eq!(errors(&messages).count(), 8);
}

/// Each message, without the word `error`.
fn errors(messages: &str) -> impl Iterator<Item = &str> {
    // The word begins a line.
    messages.split("\nerror").map(|message| message.strip_prefix("error").unwrap_or(message))
}

/// The channel of `rust-toolchain.toml`.
fn pinned_version() -> String {
    let file = root().join("../../rust-toolchain.toml");
    let text = fs::read_to_string(file).unwrap();
    let channel = text.lines().find_map(|line| line.strip_prefix("channel = ")).expect("a channel");
    channel.trim_matches('"').to_owned()
}

/// `1.95.0` from `rustc 1.95.0 (59807616e 2026-04-14)`.
fn running_version() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let output = Command::new(rustc).arg("--version").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().nth(1).expect("a version").to_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the topic folders with this extension, as `topic/case`.
fn files(extension: &str) -> BTreeSet<PathBuf> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    entries(root())
        .iter()
        .filter(|path| path.is_dir())
        .flat_map(|topic| entries(topic))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.strip_prefix(root()).unwrap().with_extension(""))
        .collect()
}
