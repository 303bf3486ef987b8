//! Home Assistant: events named by `event_type` in their data, and pings whose data is a bare word.

use std::str::FromStr;

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of `/api/stream`, which have no `event:` line. The tag names those that are JSON; data without a tag is
/// a `message`, and that is the ping.
#[derive(Debug, SseEvent)]
#[sse(tag = "event_type", rename_all = "snake_case")]
pub enum HomeAssistantEvent {
    #[event("message", parse)]
    Ping(Ping),
    StateChanged(Fired<StateChange>),
    CallService(Fired<Call>),
    /// An installation has many more events; their names are also in the tag.
    #[event(other)]
    Unknown {
        event: String,
        data: String,
    },
}

/// Only the data `ping`: malformed JSON has no name either, and must not be taken for a ping.
#[derive(Debug)]
pub struct Ping;

impl FromStr for Ping {
    type Err = &'static str;

    fn from_str(data: &str) -> Result<Self, Self::Err> {
        if data == "ping" { Ok(Self) } else { Err("neither an event nor `ping`") }
    }
}

/// The fields that all events have in addition to their data.
#[derive(Debug, Deserialize)]
pub struct Fired<T> {
    pub data: T,
    pub time_fired: String,
}

#[derive(Debug, Deserialize)]
pub struct StateChange {
    pub entity_id: String,
    /// `None` if the entity is new.
    pub old_state: Option<State>,
    /// `None` if the entity is gone.
    pub new_state: Option<State>,
}

#[derive(Debug, Deserialize)]
pub struct State {
    /// Always text, even for a number such as `21.5`.
    pub state: String,
    pub attributes: Attributes,
}

#[derive(Debug, Deserialize)]
pub struct Attributes {
    pub friendly_name: Option<String>,
    pub unit_of_measurement: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Call {
    pub domain: String,
    pub service: String,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{DecodeEvent as _, ErrorKind, RawEvent};

    use super::{HomeAssistantEvent as Event, *};

    #[test]
    fn every_event_is_found_by_its_tag() {
        let events: Vec<Event> =
            EventReader::new(include_str!("homeassistant.sse").as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            Event::Ping(Ping),
            Event::StateChanged(warmer),
            Event::StateChanged(gone),
            Event::Ping(Ping),
            Event::CallService(call),
            Event::Unknown { event, data },
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(
            (&*warmer.data.entity_id, &*warmer.time_fired),
            ("sensor.porch", "2024-06-07T08:09:10+00:00")
        );
        let state = warmer.data.new_state.as_ref().expect("it has a state");
        assert_eq!((&*state.state, state.attributes.unit_of_measurement.as_deref()), ("21.5", Some("°C")));
        assert_eq!(state.attributes.friendly_name.as_deref(), Some("Porch"));
        assert!(warmer.data.old_state.is_none() && gone.data.new_state.is_none());
        assert_eq!(gone.data.old_state.as_ref().map(|state| &*state.state), Some("on"));
        assert_eq!((&*call.data.domain, &*call.data.service), ("light", "turn_off"));
        assert_eq!(event, "zha_event");
        assert!(data.contains("toggle"));
    }

    #[test]
    fn malformed_json_is_not_a_ping() {
        let error = Event::decode(RawEvent::new("", r#"{"event_type":"state_chan"#)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Payload);
        assert!(error.to_string().contains("neither an event nor `ping`"), "{error}");
    }
}
