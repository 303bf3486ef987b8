//! Uses the derive with the default features.

use sse_event::{RawEvent, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
enum Step {
    #[event("started")]
    Started,
}

fn main() {
    let step = Step::try_from(RawEvent::new("started", ""));
    assert_eq!(step.ok(), Some(Step::Started));
    println!("cargo::rerun-if-changed=build.rs");
}
