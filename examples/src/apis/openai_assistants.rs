//! OpenAI Assistants, shut down in August 2026: each event has an `event:` line and one annotation in the enum.
//!
//! The payloads have the fields that a client shows; serde ignores the others.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, SseEvent)]
pub enum AssistantStreamEvent {
    #[event("thread.created")]
    ThreadCreated(Thread),
    #[event("thread.run.created")]
    ThreadRunCreated(Run),
    #[event("thread.run.queued")]
    ThreadRunQueued(Run),
    #[event("thread.run.in_progress")]
    ThreadRunInProgress(Run),
    #[event("thread.run.requires_action")]
    ThreadRunRequiresAction(Run),
    #[event("thread.run.completed")]
    ThreadRunCompleted(Run),
    #[event("thread.run.incomplete")]
    ThreadRunIncomplete(Run),
    #[event("thread.run.failed")]
    ThreadRunFailed(Run),
    #[event("thread.run.cancelling")]
    ThreadRunCancelling(Run),
    #[event("thread.run.cancelled")]
    ThreadRunCancelled(Run),
    #[event("thread.run.expired")]
    ThreadRunExpired(Run),
    #[event("thread.run.step.created")]
    ThreadRunStepCreated(RunStep),
    #[event("thread.run.step.in_progress")]
    ThreadRunStepInProgress(RunStep),
    #[event("thread.run.step.delta")]
    ThreadRunStepDelta(RunStepDelta),
    #[event("thread.run.step.completed")]
    ThreadRunStepCompleted(RunStep),
    #[event("thread.run.step.failed")]
    ThreadRunStepFailed(RunStep),
    #[event("thread.run.step.cancelled")]
    ThreadRunStepCancelled(RunStep),
    #[event("thread.run.step.expired")]
    ThreadRunStepExpired(RunStep),
    #[event("thread.message.created")]
    ThreadMessageCreated(Message),
    #[event("thread.message.in_progress")]
    ThreadMessageInProgress(Message),
    #[event("thread.message.delta")]
    ThreadMessageDelta(MessageDelta),
    #[event("thread.message.completed")]
    ThreadMessageCompleted(Message),
    #[event("thread.message.incomplete")]
    ThreadMessageIncomplete(Message),
    #[event("error", error)]
    Error(ApiError),
    /// The same in a nested object, which servers have sent too.
    #[event("error", has_key = "error", error)]
    NestedError { error: ApiError },
    #[event("done", raw, terminal)]
    Done(String),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize)]
pub struct Thread {
    pub id: String,
}

#[derive(Debug, Deserialize)]
pub struct Run {
    pub id: String,
    pub last_error: Option<ApiError>,
    pub incomplete_details: Option<IncompleteDetails>,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
pub struct RunStep {
    pub id: String,
    pub last_error: Option<ApiError>,
}

#[derive(Debug, Deserialize)]
pub struct Message {
    pub id: String,
    pub incomplete_details: Option<IncompleteDetails>,
}

#[derive(Debug, Deserialize)]
pub struct IncompleteDetails {
    pub reason: String,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub total_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub code: Option<String>,
    pub message: String,
}

#[derive(Debug, Deserialize)]
pub struct MessageDelta {
    pub delta: ContentDelta,
}

#[derive(Debug, Deserialize)]
pub struct ContentDelta {
    pub content: Option<Vec<ContentPart>>,
}

/// A part of a message; an image has no text.
#[derive(Debug, Deserialize)]
pub struct ContentPart {
    pub text: Option<Text>,
}

#[derive(Debug, Deserialize)]
pub struct Text {
    pub value: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct RunStepDelta {
    pub id: String,
    pub delta: StepDelta,
}

#[derive(Debug, Deserialize)]
pub struct StepDelta {
    pub step_details: Option<StepDetailsDelta>,
}

#[derive(Debug, Deserialize)]
pub struct StepDetailsDelta {
    pub tool_calls: Option<Vec<ToolCallDelta>>,
}

/// A piece of a tool call; the pieces of one call share the step and the index.
#[derive(Debug, Deserialize)]
pub struct ToolCallDelta {
    pub index: usize,
    /// `function`, `file_search`, `code_interpreter`.
    pub r#type: String,
    pub function: Option<FunctionDelta>,
}

#[derive(Debug, Deserialize)]
pub struct FunctionDelta {
    pub name: Option<String>,
    pub arguments: Option<String>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use sse_event::reader::EventReader;
    use sse_event::{RawEvent, SseEvent as _};

    use super::*;

    #[test]
    fn every_event_is_there_and_decodes() {
        let script = include_str!("openai_assistants.sse");
        let events: Vec<AssistantStreamEvent> =
            EventReader::new(script.as_bytes()).collect::<Result<_, _>>().expect("a whole run");
        assert_eq!(events.len(), 100);

        let mut counts = BTreeMap::<&str, usize>::new();
        for event in &events {
            *counts.entry(event.event_type()).or_default() += 1;
        }
        let missing: Vec<_> =
            AssistantStreamEvent::EVENT_TYPES.iter().filter(|name| !counts.contains_key(*name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!((counts["thread.message.delta"], counts["thread.run.step.delta"]), (40, 10));
        assert_eq!(counts.len(), AssistantStreamEvent::EVENT_TYPES.len() + 1, "one is unknown");
        assert!(
            matches!(&events[97..], [.., AssistantStreamEvent::Error(error), AssistantStreamEvent::Done(done)]
                if error.code.as_deref() == Some("overloaded") && done == "[DONE]")
        );
        assert!(events[98].is_error() && events[99].is_terminal());
        assert_eq!(text(&events).lines().next_back(), Some("o’clock — go before lunch."));
        assert_eq!(tool_calls(&events), "water_temperature({\"lake\":\"Zürichsee\",\"unit\":\"celsius\"})");
    }

    /// The text of the first message.
    fn text(events: &[AssistantStreamEvent]) -> String {
        let deltas = events.iter().map_while(|event| match event {
            AssistantStreamEvent::ThreadMessageCompleted(_) => None,
            AssistantStreamEvent::ThreadMessageDelta(message) => Some(message.delta.content.as_deref()),
            _ => Some(None),
        });
        deltas.flatten().flatten().filter_map(|part| part.text.as_ref()?.value.as_deref()).collect()
    }

    /// The calls of the first run.
    fn tool_calls(events: &[AssistantStreamEvent]) -> String {
        let mut call = String::new();
        for event in events {
            match event {
                AssistantStreamEvent::ThreadRunRequiresAction(_) => break,
                AssistantStreamEvent::ThreadRunStepDelta(step) => {
                    let details = step.delta.step_details.as_ref();
                    for tool in details.and_then(|details| details.tool_calls.as_deref()).unwrap_or_default()
                    {
                        let function = tool.function.as_ref().expect("every tool is a function");
                        call.extend(function.name.iter().flat_map(|name| [name, "("]));
                        call.extend(function.arguments.as_deref());
                    }
                }
                _ => {}
            }
        }
        call + ")"
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for (name, data) in [
            ("thread.run.step.delta", r#"{"id":"step_1","delta":{}}"#),
            ("thread.run.step.delta", r#"{"id":"step_1","delta":{"step_details":null}}"#),
            ("thread.run.step.delta", r#"{"id":"step_1","delta":{"step_details":{"tool_calls":null}}}"#),
            ("thread.message.delta", r#"{"id":"msg_1","delta":{}}"#),
            ("thread.message.delta", r#"{"id":"msg_1","delta":{"content":null}}"#),
            ("thread.message.delta", r#"{"id":"msg_1","delta":{"content":[{"text":{"value":null}}]}}"#),
        ] {
            AssistantStreamEvent::try_from(RawEvent::new(name, data)).expect("an event");
        }
    }

    #[test]
    fn an_error_may_be_an_object_in_an_object() {
        for (data, nested) in [
            (r#"{"code":null,"message":"Busy"}"#, false),
            (r#"{"error":{"code":"server_error","message":"Busy"}}"#, true),
        ] {
            let event = AssistantStreamEvent::try_from(RawEvent::new("error", data)).expect("an event");
            assert!(event.is_error());
            assert_eq!(matches!(event, AssistantStreamEvent::NestedError { .. }), nested);
        }
    }
}
