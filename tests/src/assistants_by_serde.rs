//! The same events as `async-openai` describes them to serde: an object with the name and the payload. The names are
//! serde's, and the only other annotation is that the last event is text.

use async_openai::error::ApiError;
use async_openai::types::assistants::{
    MessageDeltaObject, MessageObject, RunObject, RunStepDeltaObject, RunStepObject, ThreadObject,
};
use serde::Deserialize;
use sse_event::SseEvent;

/// An event of an Assistants run, as described to serde.
#[derive(Clone, Debug, Deserialize, SseEvent)]
#[serde(tag = "event", content = "data")]
#[expect(missing_docs, reason = "each variant is documented by its name on the wire")]
pub enum AssistantStreamEvent {
    #[serde(rename = "thread.created")]
    ThreadCreated(ThreadObject),
    #[serde(rename = "thread.run.created")]
    ThreadRunCreated(RunObject),
    #[serde(rename = "thread.run.queued")]
    ThreadRunQueued(RunObject),
    #[serde(rename = "thread.run.in_progress")]
    ThreadRunInProgress(RunObject),
    #[serde(rename = "thread.run.requires_action")]
    ThreadRunRequiresAction(RunObject),
    #[serde(rename = "thread.run.completed")]
    ThreadRunCompleted(RunObject),
    #[serde(rename = "thread.run.incomplete")]
    ThreadRunIncomplete(RunObject),
    #[serde(rename = "thread.run.failed")]
    ThreadRunFailed(RunObject),
    #[serde(rename = "thread.run.cancelling")]
    ThreadRunCancelling(RunObject),
    #[serde(rename = "thread.run.cancelled")]
    ThreadRunCancelled(RunObject),
    #[serde(rename = "thread.run.expired")]
    ThreadRunExpired(RunObject),
    #[serde(rename = "thread.run.step.created")]
    ThreadRunStepCreated(RunStepObject),
    #[serde(rename = "thread.run.step.in_progress")]
    ThreadRunStepInProgress(RunStepObject),
    #[serde(rename = "thread.run.step.delta")]
    ThreadRunStepDelta(RunStepDeltaObject),
    #[serde(rename = "thread.run.step.completed")]
    ThreadRunStepCompleted(RunStepObject),
    #[serde(rename = "thread.run.step.failed")]
    ThreadRunStepFailed(RunStepObject),
    #[serde(rename = "thread.run.step.cancelled")]
    ThreadRunStepCancelled(RunStepObject),
    #[serde(rename = "thread.run.step.expired")]
    ThreadRunStepExpired(RunStepObject),
    #[serde(rename = "thread.message.created")]
    ThreadMessageCreated(MessageObject),
    #[serde(rename = "thread.message.in_progress")]
    ThreadMessageInProgress(MessageObject),
    #[serde(rename = "thread.message.delta")]
    ThreadMessageDelta(MessageDeltaObject),
    #[serde(rename = "thread.message.completed")]
    ThreadMessageCompleted(MessageObject),
    #[serde(rename = "thread.message.incomplete")]
    ThreadMessageIncomplete(MessageObject),
    #[serde(rename = "error")]
    ErrorEvent(ApiError),
    #[serde(rename = "done")]
    #[event(raw, terminal)]
    Done(String),
}
