//! The events of OpenAI's Assistants API, with the payload types of `async-openai`.
//!
//! One line of annotation per variant, and no other code: the derive replaces a hand-written `TryFrom`, `event_type`
//! and table of names.

use async_openai::error::ApiError;
use async_openai::types::assistants::{
    MessageDeltaObject, MessageObject, RunObject, RunStepDeltaObject, RunStepObject, ThreadObject,
};
use sse_event::SseEvent;

/// An event of an Assistants run; the variants are named as in `async-openai`.
#[derive(Clone, Debug, SseEvent)]
#[sse(encode)]
#[allow(missing_docs, reason = "each variant is documented by its name on the wire")]
pub enum AssistantStreamEvent {
    #[event("thread.created")]
    ThreadCreated(ThreadObject),
    #[event("thread.run.created")]
    ThreadRunCreated(RunObject),
    #[event("thread.run.queued")]
    ThreadRunQueued(RunObject),
    #[event("thread.run.in_progress")]
    ThreadRunInProgress(RunObject),
    #[event("thread.run.requires_action")]
    ThreadRunRequiresAction(RunObject),
    #[event("thread.run.completed")]
    ThreadRunCompleted(RunObject),
    #[event("thread.run.incomplete")]
    ThreadRunIncomplete(RunObject),
    #[event("thread.run.failed")]
    ThreadRunFailed(RunObject),
    #[event("thread.run.cancelling")]
    ThreadRunCancelling(RunObject),
    #[event("thread.run.cancelled")]
    ThreadRunCancelled(RunObject),
    #[event("thread.run.expired")]
    ThreadRunExpired(RunObject),
    #[event("thread.run.step.created")]
    ThreadRunStepCreated(RunStepObject),
    #[event("thread.run.step.in_progress")]
    ThreadRunStepInProgress(RunStepObject),
    #[event("thread.run.step.delta")]
    ThreadRunStepDelta(RunStepDeltaObject),
    #[event("thread.run.step.completed")]
    ThreadRunStepCompleted(RunStepObject),
    #[event("thread.run.step.failed")]
    ThreadRunStepFailed(RunStepObject),
    #[event("thread.run.step.cancelled")]
    ThreadRunStepCancelled(RunStepObject),
    #[event("thread.run.step.expired")]
    ThreadRunStepExpired(RunStepObject),
    #[event("thread.message.created")]
    ThreadMessageCreated(MessageObject),
    #[event("thread.message.in_progress")]
    ThreadMessageInProgress(MessageObject),
    #[event("thread.message.delta")]
    ThreadMessageDelta(MessageDeltaObject),
    #[event("thread.message.completed")]
    ThreadMessageCompleted(MessageObject),
    #[event("thread.message.incomplete")]
    ThreadMessageIncomplete(MessageObject),
    #[event("error", error)]
    ErrorEvent(ApiError),
    #[event("done", raw, terminal)]
    Done(String),
}
