//! Gemini's Interactions: the tag is `event_type`, because `type` names a value inside the payload. The sentinel
//! comes with an `event:` line that no variant has.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "event_type", end = "[DONE]")]
pub enum InteractionEvent {
    #[event("interaction.created")]
    Created { interaction: Interaction },
    #[event("interaction.status_update")]
    StatusUpdate { interaction_id: String, status: Status },
    #[event("interaction.completed")]
    Completed { interaction: Interaction },
    #[event("step.start")]
    StepStart { index: usize, step: Step },
    #[event("step.delta")]
    StepDelta { index: usize, delta: Delta },
    #[event("step.stop")]
    StepStop { index: usize },
    #[event("error", error)]
    Error { error: ApiError },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Interaction {
    pub id: String,
    pub status: Status,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    InProgress,
    /// The client must run a function and send back its result.
    RequiresAction,
    Completed,
    Failed,
    Cancelled,
    Incomplete,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Usage {
    #[serde(rename = "total_input_tokens")]
    pub input: Option<u64>,
    #[serde(rename = "total_output_tokens")]
    pub output: Option<u64>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Step {
    Thought,
    ModelOutput,
    /// The arguments follow as `Delta::Arguments` events.
    FunctionCall {
        id: String,
        name: String,
    },
    /// The calls and results of the server's own tools, with two types per tool.
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Delta {
    Text {
        text: String,
    },
    ThoughtSummary {
        content: Option<Summary>,
    },
    ThoughtSignature {
        signature: String,
    },
    /// A piece of a JSON text.
    #[serde(rename = "arguments_delta")]
    Arguments {
        arguments: String,
    },
    /// Base64.
    Image {
        mime_type: Option<String>,
        data: Option<String>,
    },
    #[serde(other)]
    Other,
}

/// A text, or a picture.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Summary {
    pub text: Option<String>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct ApiError {
    pub code: String,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::error::EventError;
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, StreamError};

    use super::*;

    const FIXTURE: &str = include_str!("gemini_interactions.sse");

    fn start(index: usize, step: Step) -> InteractionEvent {
        InteractionEvent::StepStart { index, step }
    }

    fn delta(index: usize, delta: Delta) -> InteractionEvent {
        InteractionEvent::StepDelta { index, delta }
    }

    fn stop(index: usize) -> InteractionEvent {
        InteractionEvent::StepStop { index }
    }

    fn read(stream: &str) -> Vec<Result<InteractionEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read() {
        let events: Result<Vec<InteractionEvent>, _> = EventReader::new(FIXTURE.as_bytes()).collect();
        let id = "v1_tide";
        let interaction = |status, usage| Interaction { id: id.into(), status, usage };
        let summary = Summary { text: Some("Which harbour?".into()) };
        let pause = r#"{"event_type":"step.pause","index":3}"#;

        let expected = [
            InteractionEvent::Created { interaction: interaction(Status::InProgress, None) },
            InteractionEvent::StatusUpdate { interaction_id: id.into(), status: Status::InProgress },
            start(0, Step::Thought),
            delta(0, Delta::ThoughtSummary { content: Some(summary) }),
            delta(0, Delta::ThoughtSignature { signature: "c2lnbmVk".into() }),
            stop(0),
            start(1, Step::Other),
            delta(1, Delta::Other),
            stop(1),
            start(2, Step::ModelOutput),
            delta(2, Delta::Text { text: "High water is at noon.".into() }),
            delta(2, Delta::Image { mime_type: Some("image/png".into()), data: Some("iVBORw0=".into()) }),
            stop(2),
            start(3, Step::FunctionCall { id: "fc_1".into(), name: "set_alarm".into() }),
            delta(3, Delta::Arguments { arguments: "{\"at\":\"11:30\"}".into() }),
            InteractionEvent::Unknown(RawEventBuf::new("step.pause", pause)),
            stop(3),
            InteractionEvent::Completed {
                interaction: interaction(
                    Status::RequiresAction,
                    Some(Usage { input: Some(61), output: Some(88) }),
                ),
            },
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn stream_without_sentinel_is_truncated_unless_it_reports_an_error() {
        let (complete, _) = FIXTURE.split_once("event: done").unwrap();
        let error = r#"{"event_type":"error","error":{"code":"deadline_exceeded","message":"Too slow"}}"#;
        let failed = format!("data: {error}\n\n");
        let failed: Vec<_> = failed.as_bytes().sse_events::<InteractionEvent>().errors_as_err().collect();

        assert!(matches!(read(complete).last(), Some(Err(StreamError::Truncated))));
        assert!(matches!(&failed[..], [Err(EventError::Event(InteractionEvent::Error { error }))]
                if error.code == "deadline_exceeded" && error.message == "Too slow"));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"event_type":"interaction.completed","interaction":{"id":"i","status":"completed","usage":{"total_input_tokens":1}}}"#,
            r#"data: {"event_type":"step.delta","index":0,"delta":{"type":"image"}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
