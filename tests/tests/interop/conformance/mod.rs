//! Every parser on the cases of the HTML standard and of web-platform-tests.

mod cases;
mod known;
mod parsers;
mod written;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use cases::{Outcome, cases};
use known::Known;
use parsers::Chunks;

/// Runs every case on the parser, whole, byte by byte, and cut in two at every position. The cases that fail must be
/// exactly the known ones.
#[track_caller]
fn fails_exactly(known: Known, parse: impl Fn(Chunks) -> Outcome) {
    let known: BTreeSet<&str> = known.iter().flat_map(|(_, cases)| *cases).copied().collect();
    let mut failed = BTreeSet::new();
    let mut report = Vec::new();
    let cases = cases();
    assert_eq!(cases.len(), 65);
    for case in &cases {
        let expected = case.expected();
        let wrong = case.deliveries().find_map(|chunks| {
            let sizes: Vec<usize> = chunks.iter().map(Vec::len).collect();
            let parsed = catch_unwind(AssertUnwindSafe(|| parse(chunks)));
            let got = parsed.map_or_else(
                |_| "a panic".to_owned(),
                |outcome| {
                    if outcome == expected { String::new() } else { format!("{outcome:?}") }
                },
            );
            (!got.is_empty()).then(|| format!("in chunks of {sizes:?}: {got}"))
        });
        if let Some(wrong) = wrong {
            failed.insert(case.name.as_str());
            if !known.contains(case.name.as_str()) {
                report.push(format!("{}: expected {expected:?}, {wrong}", case.name));
            }
        }
    }
    for passed in known.difference(&failed) {
        report.push(format!("{passed}: passes, or is not a case, but is listed as a failure"));
    }
    assert!(
        report.is_empty(),
        "{} of {} cases pass\n{}",
        cases.len() - failed.len(),
        cases.len(),
        report.join("\n")
    );
}

#[test]
fn sse_events() {
    fails_exactly(&[], parsers::sse_events);
}

#[test]
fn event_reader() {
    fails_exactly(&[], parsers::event_reader);
}

#[test]
fn eventsource_stream() {
    fails_exactly(known::EVENTSOURCE_STREAM, parsers::eventsource_stream);
}

#[test]
fn reqwest_eventsource() {
    // The same parser.
    fails_exactly(known::EVENTSOURCE_STREAM, parsers::reqwest_eventsource());
}

#[test]
fn eventsource_client() {
    fails_exactly(known::EVENTSOURCE_CLIENT, parsers::eventsource_client);
}

#[test]
fn sse_stream_02() {
    fails_exactly(known::SSE_STREAM_02, parsers::sse_stream_02);
}

#[test]
fn sse_stream_03() {
    fails_exactly(known::SSE_STREAM_03, parsers::sse_stream_03);
}

#[test]
fn sseer() {
    fails_exactly(known::SSEER, parsers::sseer);
}
