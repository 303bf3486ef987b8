//! OpenAI Assistants: every event has an `event:` line and one annotation in the enum, no other code.
//!
//! The payloads are what a client shows of the API's objects; serde passes over the rest.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, SseEvent)]
pub(crate) enum AssistantStreamEvent {
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
    #[event("done", raw, terminal)]
    Done(String),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize)]
pub(crate) struct Thread {
    pub(crate) id: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Run {
    pub(crate) id: String,
    pub(crate) last_error: Option<ApiError>,
    pub(crate) incomplete_details: Option<IncompleteDetails>,
    pub(crate) usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct RunStep {
    pub(crate) id: String,
    pub(crate) last_error: Option<ApiError>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) incomplete_details: Option<IncompleteDetails>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct IncompleteDetails {
    pub(crate) reason: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Usage {
    pub(crate) total_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ApiError {
    pub(crate) code: Option<String>,
    pub(crate) message: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct MessageDelta {
    pub(crate) delta: ContentDelta,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ContentDelta {
    #[serde(default)]
    pub(crate) content: Vec<ContentPart>,
}

/// A part of a message; one that is an image has no text.
#[derive(Debug, Deserialize)]
pub(crate) struct ContentPart {
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    #[serde(default)]
    pub(crate) value: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct RunStepDelta {
    pub(crate) id: String,
    pub(crate) delta: StepDelta,
}

#[derive(Debug, Deserialize)]
pub(crate) struct StepDelta {
    pub(crate) step_details: StepDetailsDelta,
}

#[derive(Debug, Deserialize)]
pub(crate) struct StepDetailsDelta {
    #[serde(default)]
    pub(crate) tool_calls: Vec<ToolCallDelta>,
}

/// A piece of a tool call; the pieces of one call share the step and the index.
#[derive(Debug, Deserialize)]
pub(crate) struct ToolCallDelta {
    pub(crate) index: usize,
    /// `function`, `file_search`, `code_interpreter`.
    pub(crate) r#type: String,
    pub(crate) function: Option<FunctionDelta>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FunctionDelta {
    pub(crate) name: Option<String>,
    pub(crate) arguments: Option<String>,
}
