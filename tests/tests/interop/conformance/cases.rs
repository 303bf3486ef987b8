//! The cases: bytes of event streams, and the events that a conforming parser yields for them.

use std::time::Duration;

use serde::Deserialize;
use sse_event::RawEventBuf;

/// A case of `tests/fixtures/wire/cases.json`, which lists their origins.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) name: String,
    #[serde(deserialize_with = "bytes")]
    pub(crate) input: Vec<u8>,
    /// Name, data and the last event ID at that time.
    events: Vec<(String, String, String)>,
    /// The reconnection time at the end, in milliseconds.
    retry: Option<u64>,
}

/// The result of a parser.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) events: Vec<RawEventBuf>,
    pub(crate) retry: Option<Duration>,
    pub(crate) failure: Option<String>,
}

/// Compares by meaning: some parsers name an event without a line `""`, others `"message"`.
impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        self.events.len() == other.events.len()
            && self.events.iter().zip(&other.events).all(|(one, other)| one.same_event(other))
            && (self.retry, &self.failure) == (other.retry, &other.failure)
    }
}

impl Case {
    pub(crate) fn expected(&self) -> Outcome {
        let events = self.events.iter().map(|(event, data, id)| RawEventBuf::new(event, data).with_id(id));
        Outcome { events: events.collect(), retry: self.retry.map(Duration::from_millis), failure: None }
    }

    /// Its input whole, byte by byte, and cut in two at every position.
    pub(crate) fn deliveries(&self) -> impl Iterator<Item = Vec<Vec<u8>>> {
        let bytes = self.input.chunks(1).map(<[u8]>::to_vec).collect();
        let split = |at| {
            let (before, after) = self.input.split_at(at);
            vec![before.to_vec(), after.to_vec()]
        };
        [vec![self.input.clone()], bytes].into_iter().chain((1..self.input.len()).map(split))
    }
}

pub(crate) fn cases() -> Vec<Case> {
    let cases = serde_json::from_str(include_str!("../../../fixtures/wire/cases.json"));
    cases.expect("the cases are in order")
}

/// Text in which `\xNN` stands for a byte that is not UTF-8.
fn bytes<'de, D: serde::Deserializer<'de>>(json: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(json)?;
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).map_err(serde::de::Error::custom)?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    Ok(bytes)
}
