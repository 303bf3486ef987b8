//! Every event of the Responses stream, encoded: the text that serde writes for async-openai's own enum.

use std::collections::HashSet;

use async_openai::types::responses::ResponseStreamEvent as Theirs;
use sse_event::{EncodeEvent as _, RawEvent, SseEvent as _};
use sse_event_tests::responses::{ResponseStreamEvent as Ours, equal};

const EVENTS: &str = include_str!("../../fixtures/responses.jsonl");

#[test]
fn every_event_is_the_text_that_serde_writes() {
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
fn every_event_survives_the_round() {
    for data in EVENTS.lines() {
        let ours = Ours::try_from(RawEvent::new("", data)).expect("an event");
        let encoded = ours.encode().expect("an event");
        assert_eq!(Ours::try_from(encoded.as_raw()).expect("its own event"), ours);
        let unnamed = RawEvent::new("", &encoded.data);
        assert_eq!(Ours::try_from(unnamed).expect("the tag names it"), ours);
        let theirs: Theirs = serde_json::from_str(&encoded.data).expect("theirs reads ours");
        assert!(equal(&ours, &theirs));
    }
}
