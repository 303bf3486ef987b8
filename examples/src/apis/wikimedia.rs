//! Wikimedia's recent changes: an endless stream. Its event IDs are JSON and determine where to resume.

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of `https://stream.wikimedia.org/v2/stream/recentchange`.
#[derive(Debug, SseEvent)]
pub enum WikimediaEvent {
    /// The `type` in its data is an ordinary key of the payload: without `#[sse(tag)]` it does not name an event.
    #[event("message")]
    Change(Change),
    #[event("error", error)]
    Error { message: String },
}

#[derive(Debug, Deserialize)]
pub struct Change {
    pub meta: Meta,
    #[serde(rename = "type", default)]
    pub kind: ChangeKind,
    pub title: Option<String>,
    pub user: Option<String>,
    #[serde(default)]
    pub bot: bool,
    /// Only for an edit or a new page, like the length.
    pub revision: Option<Revisions>,
    pub length: Option<Revisions>,
}

impl Change {
    /// Wikimedia sends artificial events to test its own pipeline; clients should drop them.
    pub fn is_canary(&self) -> bool {
        self.meta.domain.as_deref() == Some("canary")
    }
}

#[derive(Debug, Deserialize)]
pub struct Meta {
    pub domain: Option<String>,
    pub dt: String,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Edit,
    New,
    Log,
    Categorize,
    #[default]
    #[serde(other)]
    Unknown,
}

/// The revisions before and after; a new page has no old revision.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Revisions {
    pub old: Option<u64>,
    pub new: Option<u64>,
}

/// One of the positions in an event ID: the position in one topic. To resume, send the ID back unchanged; its
/// positions only determine how old the next events may be.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Position {
    pub topic: String,
    /// Milliseconds; `None` if the topic was empty.
    pub timestamp: Option<u64>,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, StreamError};

    use super::*;

    const FIXTURE: &str = include_str!("wikimedia.sse");

    fn read(stream: &str) -> Vec<Result<WikimediaEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_a_change() {
        let events = read(FIXTURE);
        let [
            Ok(WikimediaEvent::Change(edit)),
            Ok(WikimediaEvent::Change(page)),
            Ok(WikimediaEvent::Change(log)),
            Ok(WikimediaEvent::Change(canary)),
            Ok(WikimediaEvent::Change(later)),
            Ok(failure @ WikimediaEvent::Error { message }),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(
            (edit.title.as_deref(), edit.user.as_deref(), edit.bot),
            (Some("Arctic tern"), Some("Sterna"), false)
        );
        assert_eq!(
            (edit.meta.domain.as_deref(), &*edit.meta.dt),
            (Some("en.wikipedia.org"), "2024-03-05T06:07:08Z")
        );
        assert_eq!(edit.kind, ChangeKind::Edit);
        assert_eq!(edit.revision, Some(Revisions { old: Some(1201), new: Some(1207) }));
        assert_eq!(edit.length, Some(Revisions { old: Some(5120), new: Some(5099) }));
        assert_eq!(page.kind, ChangeKind::New);
        assert_eq!(page.revision, Some(Revisions { old: None, new: Some(77) }));
        assert_eq!((&log.kind, &log.revision), (&ChangeKind::Log, &None));
        assert!(canary.is_canary() && !edit.is_canary());
        assert_eq!(later.kind, ChangeKind::Unknown);
        assert!(failure.is_error() && message == "the consumer was stopped");
    }

    /// When its connection is lost, a client sends the ID back in the header `Last-Event-ID`.
    #[test]
    fn last_id_is_kept_for_resuming() {
        let lost = FIXTURE.split_inclusive("data: ").take(2).collect::<String>() + "{\"meta\":";
        let mut events = lost.as_bytes().sse_events::<WikimediaEvent>();
        assert!(matches!(events.next(), Some(Ok(WikimediaEvent::Change(_)))));
        assert!(matches!(events.next(), Some(Err(StreamError::Truncated))));

        let id = events.last_event_id().expect("the first event has an id");
        assert_eq!(
            serde_json::from_str::<Vec<Position>>(id).expect("positions"),
            [
                Position { topic: "eqiad.mediawiki.recentchange".into(), timestamp: Some(1_709_618_828_000) },
                Position { topic: "codfw.mediawiki.recentchange".into(), timestamp: None },
            ],
        );
    }

    #[test]
    fn optional_fields_may_be_missing() {
        let events = read("data: {\"meta\":{\"dt\":\"2024-03-05T06:07:08Z\"}}\n\n");
        assert!(events[0].is_ok(), "{events:?}");
    }
}
