//! Wikimedia's `EventStreams`: one kind of event, unnamed, whose IDs say where to resume.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
pub(crate) enum WikimediaEvent {
    #[event("message")]
    Change(Change),
}

#[derive(Debug, Deserialize)]
pub(crate) struct Change {
    pub(crate) title: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apis::decode;

    #[test]
    fn every_event_is_a_change() {
        let events = decode::<WikimediaEvent>(include_str!("wikimedia.sse"));
        assert!(matches!(&events[..], [Ok(WikimediaEvent::Change(change))] if change.title == "Tern"));
    }
}
