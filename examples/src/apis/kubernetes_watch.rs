//! A watch of Kubernetes: each line of a response is an object with a `type` and the changed `object`. A dashboard
//! relays the same objects as server-sent events. One enum reads the lines and the events.

use serde::{Deserialize, Serialize};
use sse_event::{RawEventBuf, SseEvent};

/// A change of a resource. `T` is the resource: `Pod`, or a type of the crate `k8s-openapi`.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", content = "object", rename_all = "SCREAMING_SNAKE_CASE")]
#[sse(encode, line = false, deserialize, serialize)]
pub enum WatchEvent<T> {
    Added(T),
    Modified(T),
    Deleted(T),
    /// The position of the watch; the rest of the resource is empty.
    Bookmark {
        metadata: Version,
    },
    /// The watch has ended: list the resources again to continue.
    #[event(error)]
    Error(Status),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Version {
    #[serde(rename = "resourceVersion")]
    pub resource_version: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Status {
    pub reason: Option<String>,
    pub message: Option<String>,
    pub code: Option<u16>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Pod {
    pub metadata: Metadata,
    pub status: Option<PodStatus>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    pub name: String,
    pub namespace: String,
    pub resource_version: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct PodStatus {
    pub phase: String,
}

#[cfg(test)]
mod tests {
    use sse_event::EncodeEvent as _;
    use sse_event::reader::EventReader;

    use super::*;

    type Event = WatchEvent<Pod>;

    const FIXTURE: &str = include_str!("kubernetes_watch.sse");

    fn pod(version: &str, phase: Option<&str>) -> Pod {
        Pod {
            metadata: Metadata {
                name: "web-1".into(),
                namespace: "default".into(),
                resource_version: version.into(),
            },
            status: phase.map(|phase| PodStatus { phase: phase.into() }),
        }
    }

    fn expected() -> [Event; 6] {
        let unknown = r#"{"type":"PAUSED","object":{"kind":"Pod"}}"#;
        [
            Event::Added(pod("100", Some("Pending"))),
            Event::Modified(pod("101", Some("Running"))),
            Event::Bookmark { metadata: Version { resource_version: "105".into() } },
            Event::Deleted(pod("106", None)),
            Event::Unknown(RawEventBuf::new("", unknown)),
            Event::Error(Status {
                reason: Some("Expired".into()),
                message: Some("too old resource version: 100 (106)".into()),
                code: Some(410),
            }),
        ]
    }

    /// The lines as the API server sends them.
    fn lines() -> impl Iterator<Item = &'static str> {
        FIXTURE.lines().filter_map(|line| line.strip_prefix("data: "))
    }

    #[test]
    fn lines_and_events_are_the_same() {
        let events: Vec<Event> =
            EventReader::new(FIXTURE.as_bytes()).collect::<Result<_, _>>().expect("every event is valid");
        assert_eq!(events, expected());
        let lines: Vec<Event> = lines().map(serde_json::from_str).collect::<Result<_, _>>().unwrap();
        assert_eq!(lines, expected());
    }

    #[test]
    fn lines_and_events_are_written_alike() {
        for event in expected() {
            let raw = event.encode().unwrap();
            assert_eq!((&*raw.event, raw.data), ("", serde_json::to_string(&event).unwrap()));
        }
    }
}
