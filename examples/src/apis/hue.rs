//! Philips Hue: the data of each event is an array of changes.

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of a bridge's `/eventstream/clip/v2`, which starts with the comment `: hi`. The bridge sends at most
/// one event per second, with all changes since the previous one.
#[derive(Debug, SseEvent)]
pub enum HueEvent {
    #[event("message")]
    Changes(Vec<Change>),
}

#[derive(Debug, Deserialize)]
pub struct Change {
    #[serde(rename = "type")]
    pub kind: ChangeKind,
    pub creationtime: String,
    pub data: Vec<Resource>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Add,
    Update,
    Delete,
    Error,
    #[serde(other)]
    Unknown,
}

/// A changed resource, with only the properties that changed.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Resource {
    Light {
        id: String,
        on: Option<On>,
        dimming: Option<Dimming>,
    },
    Button {
        id: String,
        button: Option<Button>,
    },
    Temperature {
        id: String,
        temperature: Option<Temperature>,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct On {
    pub on: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Dimming {
    pub brightness: f64,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Button {
    /// Older bridges omit it.
    pub button_report: Option<ButtonReport>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ButtonReport {
    pub event: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Temperature {
    pub temperature: f64,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, StreamError};

    use super::*;

    #[test]
    fn array_of_changes_is_read() -> Result<(), StreamError<std::io::Error>> {
        let mut frames = include_str!("hue.sse").as_bytes().sse_events::<HueEvent>();
        let mut changes = Vec::new();
        for HueEvent::Changes(frame) in frames.by_ref().collect::<Result<Vec<_>, _>>()? {
            changes.extend(frame);
        }
        assert_eq!(frames.last_event_id(), Some("1710000003:0"));

        let kinds: Vec<_> = changes.iter().map(|change| change.kind).collect();
        assert_eq!(
            kinds,
            [ChangeKind::Update, ChangeKind::Update, ChangeKind::Add, ChangeKind::Delete, ChangeKind::Error],
        );
        assert_eq!(changes[0].creationtime, "2024-03-09T16:00:01Z");
        let resources: Vec<_> = changes.into_iter().flat_map(|change| change.data).collect();
        assert_eq!(
            resources,
            [
                Resource::Light { id: "11a1".into(), on: Some(On { on: true }), dimming: None },
                Resource::Light { id: "11a2".into(), on: None, dimming: Some(Dimming { brightness: 62.5 }) },
                Resource::Button {
                    id: "b077".into(),
                    button: Some(Button {
                        button_report: Some(ButtonReport { event: "short_release".into() })
                    }),
                },
                Resource::Temperature {
                    id: "7e01".into(),
                    temperature: Some(Temperature { temperature: 21.4 }),
                },
                Resource::Unknown,
                Resource::Light { id: "11a2".into(), on: None, dimming: None },
            ],
        );
        Ok(())
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: [{"type":"update","creationtime":"2024-06-07T08:09:10Z","data":[{"type":"button","id":"b","button":{"last_event":"short_release"}}]}]"#,
            r#"data: [{"type":"replace","creationtime":"2024-06-07T08:09:10Z","data":[]}]"#,
        ] {
            let events: Vec<Result<HueEvent, _>> =
                EventReader::new(format!("{event}\n\n").as_bytes()).collect();
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
