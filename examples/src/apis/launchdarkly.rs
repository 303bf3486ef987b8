//! LaunchDarkly's flags: the path in the payload determines the type of its data. A plain `Deserialize` reads both.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use sse_event::{RawEventBuf, SseEvent};

/// The events of `https://stream.launchdarkly.com/all`, the stream of server-side SDKs.
#[derive(Debug, SseEvent)]
pub enum LaunchDarklyEvent {
    /// The complete state: the first event of each connection.
    #[event("put")]
    Put { data: Everything },
    #[event("patch")]
    Patch(Patch),
    /// Ignore it if the version is not newer than the known one. The same applies to a patch.
    #[event("delete")]
    Delete { path: Path, version: u64 },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize)]
pub struct Everything {
    pub flags: BTreeMap<String, Flag>,
    #[serde(default)]
    pub segments: BTreeMap<String, Segment>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Flag {
    pub version: u64,
    pub on: bool,
    /// The possible values, of any JSON type.
    pub variations: Vec<Value>,
    /// The index of the value while the flag is off.
    pub off_variation: Option<usize>,
}

#[derive(Debug, Deserialize)]
pub struct Segment {
    pub version: u64,
    #[serde(default)]
    pub included: Vec<String>,
}

/// The location of an item: `/flags/key`, `/segments/key`, or a location of later versions.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(from = "String")]
pub enum Path {
    Flag(String),
    Segment(String),
    Unknown(String),
}

impl From<String> for Path {
    fn from(path: String) -> Self {
        if let Some(key) = path.strip_prefix("/flags/") {
            Self::Flag(key.to_owned())
        } else if let Some(key) = path.strip_prefix("/segments/") {
            Self::Segment(key.to_owned())
        } else {
            Self::Unknown(path)
        }
    }
}

/// A new or changed item.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Change")]
pub enum Patch {
    Flag(String, Flag),
    Segment(String, Segment),
    Unknown(String),
}

/// The patch on the wire. Its data stays text until the path is known, because the keys may come in either order.
#[derive(Deserialize)]
struct Change {
    path: Path,
    data: Box<RawValue>,
}

impl TryFrom<Change> for Patch {
    type Error = serde_json::Error;

    fn try_from(Change { path, data }: Change) -> Result<Self, Self::Error> {
        Ok(match path {
            Path::Flag(key) => Self::Flag(key, serde_json::from_str(data.get())?),
            Path::Segment(key) => Self::Segment(key, serde_json::from_str(data.get())?),
            Path::Unknown(path) => Self::Unknown(path),
        })
    }
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{ErrorKind, StreamError};

    use super::{LaunchDarklyEvent as Event, *};

    fn read(stream: &str) -> Vec<Result<Event, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn path_determines_the_type() {
        let events = read(include_str!("launchdarkly.sse"));
        let [
            Ok(Event::Put { data }),
            Ok(Event::Patch(Patch::Flag(flag_key, flag))),
            Ok(Event::Patch(Patch::Segment(segment_key, segment))),
            Ok(Event::Patch(Patch::Unknown(path))),
            Ok(Event::Delete { path: deleted, version: 9 }),
            Err(StreamError::Decode(malformed)),
            Ok(Event::Unknown(goodbye)),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(data.flags["dark-mode"].variations, [true, false]);
        assert_eq!((data.flags["dark-mode"].on, data.flags["dark-mode"].off_variation), (false, Some(1)));
        assert_eq!(data.segments["beta"].version, 3);
        assert_eq!((&**flag_key, flag.on, flag.version), ("dark-mode", true, 8));
        assert_eq!((&**segment_key, &segment.included[..]), ("beta", &["ada".to_owned()][..]));
        assert_eq!(path, "/experiments/colour");
        assert_eq!(*deleted, Path::Flag("dark-mode".into()));
        assert_eq!((malformed.kind(), malformed.event_type()), (ErrorKind::Payload, "patch"));
        assert!(malformed.to_string().contains("missing field `on`"), "{malformed}");
        assert_eq!(goodbye.event, "goodbye");
    }
}
