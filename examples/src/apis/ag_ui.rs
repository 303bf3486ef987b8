//! AG-UI: a generic wrapper holds the fields that every event may have; the state is the application's own type.
//!
//! Events are named only in the data, by the variants' names in `SCREAMING_SNAKE_CASE`. No event is terminal, because
//! one stream may contain several runs.

use serde::Deserialize;
use serde_json::Value;
use sse_event::{RawEventBuf, SseEvent};

/// `S` is the state that the agent and the application share.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AgUiEvent<S = Value> {
    RunStarted(Base<Run>),
    RunFinished(Base<Run>),
    #[event(error)]
    RunError(Base<RunError>),
    StepStarted(Base<Step>),
    StepFinished(Base<Step>),
    TextMessageStart(Base<MessageStart>),
    TextMessageContent(Base<MessageDelta>),
    TextMessageEnd(Base<MessageEnd>),
    ToolCallStart(Base<ToolCallStart>),
    ToolCallArgs(Base<ToolCallDelta>),
    ToolCallEnd(Base<ToolCallEnd>),
    ToolCallResult(Base<ToolCallResult>),
    StateSnapshot(Base<StateSnapshot<S>>),
    StateDelta(Base<StateDelta>),
    MessagesSnapshot(Base<MessagesSnapshot>),
    Raw(Base<RawFromElsewhere>),
    Custom(Base<Custom>),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Base<T> {
    /// Milliseconds.
    pub timestamp: Option<f64>,
    /// The original event, in the form of another protocol.
    pub raw_event: Option<Value>,
    #[serde(flatten)]
    pub event: T,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    pub thread_id: String,
    pub run_id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct RunError {
    pub message: String,
    pub code: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    pub step_name: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct MessageStart {
    pub message_id: String,
    /// `assistant` if it is missing.
    pub role: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct MessageDelta {
    pub message_id: String,
    pub delta: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct MessageEnd {
    pub message_id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct ToolCallStart {
    pub tool_call_id: String,
    pub tool_call_name: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct ToolCallDelta {
    pub tool_call_id: String,
    /// A piece of a JSON text.
    pub delta: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct ToolCallEnd {
    pub tool_call_id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct ToolCallResult {
    pub message_id: String,
    pub tool_call_id: String,
    pub content: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct StateSnapshot<S> {
    pub snapshot: S,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct StateDelta {
    /// A JSON Patch (RFC 6902).
    pub delta: Vec<Value>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct MessagesSnapshot {
    pub messages: Vec<Message>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Message {
    pub id: String,
    pub role: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct RawFromElsewhere {
    #[serde(default)]
    pub event: Value,
    pub source: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Custom {
    pub name: String,
    #[serde(default)]
    pub value: Value,
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::reader::EventReader;
    use sse_event::{DecodeEventOwned, ErrorKind, StreamError};

    use super::*;

    /// The state of the application in the fixture.
    #[derive(Debug, Deserialize, PartialEq)]
    struct Harbour {
        ships: u32,
    }

    fn bare<T>(event: T) -> Base<T> {
        Base { timestamp: None, raw_event: None, event }
    }

    fn read<T: DecodeEventOwned>(stream: &str) -> Vec<Result<T, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read() {
        use AgUiEvent as Event;

        let events: Result<Vec<Event<Harbour>>, _> =
            EventReader::new(include_str!("ag_ui.sse").as_bytes()).collect();
        let run = || Run { thread_id: "t1".into(), run_id: "r1".into() };
        let step = || bare(Step { step_name: "moor".into() });
        let (message_id, tool_call_id) = (|| "m1".to_owned(), || "c1".to_owned());
        let later = r#"{"type":"HORN_SOUNDED","blasts":3}"#;

        let expected = [
            Event::RunStarted(Base { timestamp: Some(1_767_225_600_000.0), raw_event: None, event: run() }),
            Event::StepStarted(step()),
            Event::TextMessageStart(bare(MessageStart {
                message_id: message_id(),
                role: Some("assistant".into()),
            })),
            Event::TextMessageContent(Base {
                timestamp: None,
                raw_event: Some(json!({"kind": "token"})),
                event: MessageDelta { message_id: message_id(), delta: "A berth is free.".into() },
            }),
            Event::TextMessageEnd(bare(MessageEnd { message_id: message_id() })),
            Event::ToolCallStart(bare(ToolCallStart {
                tool_call_id: tool_call_id(),
                tool_call_name: "moor".into(),
            })),
            Event::ToolCallArgs(bare(ToolCallDelta { tool_call_id: tool_call_id(), delta: "{}".into() })),
            Event::ToolCallEnd(bare(ToolCallEnd { tool_call_id: tool_call_id() })),
            Event::ToolCallResult(bare(ToolCallResult {
                message_id: "m2".into(),
                tool_call_id: tool_call_id(),
                content: "moored".into(),
            })),
            Event::StateSnapshot(bare(StateSnapshot { snapshot: Harbour { ships: 2 } })),
            Event::StateDelta(bare(StateDelta {
                delta: vec![json!({"op": "replace", "path": "/ships", "value": 3})],
            })),
            Event::MessagesSnapshot(bare(MessagesSnapshot {
                messages: vec![Message { id: "m0".into(), role: "user".into() }],
            })),
            Event::Raw(bare(RawFromElsewhere { event: json!({"tick": 1}), source: Some("clock".into()) })),
            Event::Custom(bare(Custom { name: "flag".into(), value: json!(["N", "C"]) })),
            Event::Unknown(RawEventBuf::new("", later)),
            Event::StepFinished(step()),
            Event::RunFinished(bare(run())),
            Event::RunStarted(bare(run())),
            Event::RunError(bare(RunError { message: "aground".into(), code: Some("shoal".into()) })),
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn state_must_match_its_type() {
        let snapshot = "data: {\"type\":\"STATE_SNAPSHOT\",\"snapshot\":{\"ships\":\"two\"}}\n\n";

        let typed = read::<AgUiEvent<Harbour>>(snapshot);
        let [Err(StreamError::Decode(error))] = &typed[..] else { panic!("{typed:?}") };
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "STATE_SNAPSHOT"));
        assert!(matches!(&read::<AgUiEvent>(snapshot)[..], [Ok(AgUiEvent::StateSnapshot(base))]
            if base.event.snapshot == json!({"ships": "two"})));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [r#"data: {"type":"CUSTOM","name":"n"}"#, r#"data: {"type":"RAW"}"#] {
            let events = read::<AgUiEvent>(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
