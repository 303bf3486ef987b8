//! Datastar: data with several lines that is not JSON, read and written by two codecs.

use std::fmt;
use std::str::FromStr;

use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::SseEvent;

/// The changes that a server makes to a page. Servers need these events as much as clients, so both directions are
/// derived.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, kind)]
pub enum DatastarEvent {
    #[event("datastar-patch-elements", with = elements)]
    PatchElements(PatchElements),
    #[event("datastar-patch-signals", with = signals)]
    PatchSignals(PatchSignals),
}

/// HTML to insert into the page.
#[derive(Debug, Default, PartialEq)]
pub struct PatchElements {
    /// Without a selector, the elements' own IDs determine their place.
    pub selector: Option<String>,
    pub mode: Mode,
    pub use_view_transition: bool,
    /// Empty if the mode is to remove.
    pub elements: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    #[default]
    Outer,
    Inner,
    Replace,
    Prepend,
    Append,
    Before,
    After,
    Remove,
}

/// The state of the page, as a JSON merge patch; its contents belong to the application.
#[derive(Debug, PartialEq)]
pub struct PatchSignals {
    pub only_if_missing: bool,
    pub signals: Value,
}

mod elements {
    use sse_event::{RawEvent, RawEventBuf};

    use super::{DatastarEventKind, Mode, PatchElements, UnknownMode, lines, values};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<PatchElements, UnknownMode> {
        let value = |key| values(raw.data, key).next();
        Ok(PatchElements {
            selector: value("selector").map(str::to_owned),
            mode: value("mode").map_or(Ok(Mode::default()), str::parse)?,
            use_view_transition: value("useViewTransition") == Some("true"),
            elements: values(raw.data, "elements").collect::<Vec<_>>().join("\n"),
        })
    }

    pub(super) fn encode(patch: &PatchElements) -> Result<RawEventBuf, &'static str> {
        // The text after a line break would be read as another key.
        if patch.selector.as_ref().is_some_and(|selector| selector.contains(['\n', '\r'])) {
            return Err("a selector must be one line");
        }
        let mut data = Vec::new();
        data.extend(patch.selector.as_ref().map(|selector| format!("selector {selector}")));
        data.extend((patch.mode != Mode::default()).then(|| format!("mode {}", patch.mode)));
        data.extend(patch.use_view_transition.then(|| "useViewTransition true".to_owned()));
        data.extend(lines("elements", &patch.elements));
        Ok(RawEventBuf::new(DatastarEventKind::PatchElements.as_str(), data.join("\n")))
    }
}

mod signals {
    use serde_json::Error;
    use sse_event::{RawEvent, RawEventBuf};

    use super::{DatastarEventKind, PatchSignals, lines, values};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<PatchSignals, Error> {
        let signals = values(raw.data, "signals").collect::<Vec<_>>().join("\n");
        Ok(PatchSignals {
            only_if_missing: values(raw.data, "onlyIfMissing").next() == Some("true"),
            signals: serde_json::from_str(&signals)?,
        })
    }

    pub(super) fn encode(patch: &PatchSignals) -> Result<RawEventBuf, Error> {
        let mut data = Vec::new();
        data.extend(patch.only_if_missing.then(|| "onlyIfMissing true".to_owned()));
        data.extend(lines("signals", &serde_json::to_string(&patch.signals)?));
        Ok(RawEventBuf::new(DatastarEventKind::PatchSignals.as_str(), data.join("\n")))
    }
}

/// The values of the lines with this key.
fn values<'a>(data: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    data.split('\n').filter_map(move |line| {
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        (name == key).then_some(value)
    })
}

/// The lines of a value, each with its `key`; none for an empty value. A single CR also breaks lines.
fn lines(key: &str, value: &str) -> impl Iterator<Item = String> {
    value.split(['\n', '\r']).filter(|_| !value.is_empty()).map(move |line| format!("{key} {line}"))
}

type UnknownMode = serde::de::value::Error;

impl FromStr for Mode {
    type Err = UnknownMode;

    fn from_str(mode: &str) -> Result<Self, Self::Err> {
        Self::deserialize(mode.into_deserializer())
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, EncodeEvent as _, StreamError};

    use super::{DatastarEvent as Event, *};

    const FIXTURE: &str = include_str!("datastar.sse");

    fn patches() -> [Event; 6] {
        let elements = PatchElements::default;
        [
            Event::PatchElements(PatchElements { elements: "<p id=\"a\">1</p>".into(), ..elements() }),
            Event::PatchElements(PatchElements {
                selector: Some("#log".into()),
                mode: Mode::Append,
                use_view_transition: true,
                elements: "<ul>\n  <li>elements first</li>\n</ul>".into(),
            }),
            Event::PatchElements(PatchElements {
                selector: Some("#a, #b".into()),
                mode: Mode::Remove,
                ..elements()
            }),
            Event::PatchSignals(PatchSignals { only_if_missing: false, signals: json!({ "open": true }) }),
            Event::PatchSignals(PatchSignals {
                only_if_missing: true,
                signals: json!({ "user": { "name": "Ada", "mail": null } }),
            }),
            Event::PatchSignals(PatchSignals {
                only_if_missing: false,
                signals: json!({ "a": 1, "b": "2" }),
            }),
        ]
    }

    fn read(stream: &str) -> Vec<Result<Event, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_patch_is_read() {
        let mut events = read(FIXTURE);
        let Some(Err(StreamError::Decode(sideways))) = events.pop() else { panic!("the last mode is none") };
        assert!(sideways.to_string().contains("unknown variant `sideways`"), "{sideways}");
        assert_eq!(events.into_iter().collect::<Result<Vec<_>, _>>().unwrap(), patches());
    }

    #[test]
    fn every_patch_is_written() {
        let raws = FIXTURE.as_bytes().raw_events().map(Result::unwrap);
        let [patches @ .., lines] = patches();
        for (patch, raw) in patches.iter().zip(raws) {
            let encoded = patch.encode().unwrap();
            assert_eq!((encoded.event, encoded.data), (raw.event, raw.data));
        }
        let encoded = lines.encode().unwrap();
        assert_eq!(encoded.data, r#"signals {"a":1,"b":"2"}"#, "JSON of several lines becomes one");
    }

    #[test]
    fn line_breaks_cannot_inject_keys() {
        let elements = "<pre>a\rselector body</pre>".to_owned();
        let lines = Event::PatchElements(PatchElements { elements, ..PatchElements::default() });
        assert_eq!(lines.encode().unwrap().data, "elements <pre>a\nelements selector body</pre>");

        let selector = Some("#a\nelements <script>".to_owned());
        let injected = Event::PatchElements(PatchElements { selector, ..PatchElements::default() });
        assert!(injected.encode().is_err());
    }
}
