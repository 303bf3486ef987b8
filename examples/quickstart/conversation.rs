//! Shows an Assistants run to a person: the text as it arrives, each change of status, each tool call.

use std::io;

use sse_event::SseEvent as _;
use sse_event_examples::apis::openai_assistants::{AssistantStreamEvent as Event, RunStepDelta};

use crate::report::View;
use crate::screen::Screen;
use crate::words::{error, status, unknown, why};

/// The state that spans events: the tool calls whose arguments are still arriving.
#[derive(Default)]
pub(crate) struct Conversation {
    calls: Vec<ToolCall>,
}

struct ToolCall {
    step: String,
    index: usize,
    name: String,
    arguments: String,
}

impl View for Conversation {
    type Event = Event;

    const PATH: &str = "/v1/threads/runs";
    const SCRIPT: &str = include_str!("../src/apis/openai_assistants.sse");

    fn show(&mut self, event: &Event, screen: &mut Screen<'_>) -> io::Result<()> {
        let status = status(event.event_type());
        match event {
            Event::ThreadCreated(thread) => screen.line("thread", format_args!("{} {status}", thread.id)),
            Event::ThreadRunCreated(run)
            | Event::ThreadRunQueued(run)
            | Event::ThreadRunInProgress(run)
            | Event::ThreadRunRequiresAction(run)
            | Event::ThreadRunCompleted(run)
            | Event::ThreadRunIncomplete(run)
            | Event::ThreadRunFailed(run)
            | Event::ThreadRunCancelling(run)
            | Event::ThreadRunCancelled(run)
            | Event::ThreadRunExpired(run) => {
                self.finish_calls(screen)?;
                let error = run.last_error.as_ref().map(|error| &*error.message);
                let reason = run.incomplete_details.as_ref().map(|details| &*details.reason);
                let usage = run.usage.as_ref().map(|usage| format!(", {} tokens", usage.total_tokens));
                let why = why(error.or(reason));
                screen.line("run", format_args!("{} {status}{why}{}", run.id, usage.unwrap_or_default()))
            }
            Event::ThreadRunStepCreated(step)
            | Event::ThreadRunStepInProgress(step)
            | Event::ThreadRunStepCompleted(step)
            | Event::ThreadRunStepFailed(step)
            | Event::ThreadRunStepCancelled(step)
            | Event::ThreadRunStepExpired(step) => {
                self.finish_calls(screen)?;
                let why = why(step.last_error.as_ref().map(|error| &*error.message));
                screen.line("step", format_args!("{} {status}{why}", step.id))
            }
            Event::ThreadRunStepDelta(delta) => {
                self.add_to_calls(delta);
                Ok(())
            }
            Event::ThreadMessageCreated(message)
            | Event::ThreadMessageInProgress(message)
            | Event::ThreadMessageCompleted(message)
            | Event::ThreadMessageIncomplete(message) => {
                let why = why(message.incomplete_details.as_ref().map(|details| &*details.reason));
                screen.line("message", format_args!("{} {status}{why}", message.id))
            }
            Event::ThreadMessageDelta(message) => message
                .delta
                .content
                .iter()
                .flatten()
                .filter_map(|part| part.text.as_ref()?.value.as_deref())
                .try_for_each(|text| screen.text("assistant", text)),
            Event::Error(report) | Event::NestedError { error: report } => {
                screen.line("error", error(&report.message, report.code.as_deref()))
            }
            Event::Done(data) => screen.line("done", data),
            Event::Unknown(raw) => screen.line("unknown", unknown(event.event_type(), raw)),
        }
    }
}

impl Conversation {
    fn add_to_calls(&mut self, step: &RunStepDelta) {
        let calls = step.delta.step_details.iter().filter_map(|details| details.tool_calls.as_ref());
        for delta in calls.flatten() {
            let known = self.calls.iter().position(|call| call.step == step.id && call.index == delta.index);
            let at = known.unwrap_or_else(|| {
                self.calls.push(ToolCall {
                    step: step.id.clone(),
                    index: delta.index,
                    name: delta.r#type.clone(),
                    arguments: String::new(),
                });
                self.calls.len() - 1
            });
            if let (Some(call), Some(function)) = (self.calls.get_mut(at), &delta.function) {
                if let Some(name) = &function.name {
                    call.name.clone_from(name);
                }
                call.arguments.extend(function.arguments.as_deref());
            }
        }
    }

    /// The arguments are complete when the status of the run or its step changes.
    fn finish_calls(&mut self, screen: &mut Screen<'_>) -> io::Result<()> {
        self.calls
            .drain(..)
            .try_for_each(|call| screen.line("tool call", format_args!("{}({})", call.name, call.arguments)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::shown;

    #[tokio::test]
    async fn script_is_shown_as_text() {
        let (text, end) = shown::<Conversation>(Conversation::SCRIPT).await;
        end.expect("the script is complete");
        for line in [
            "tool call  water_temperature({\"lake\":\"Zürichsee\",\"unit\":\"celsius\"})\n",
            "assistant  Grüezi! Lake Zürich is 21.4 °C today, warm enough for a long swim 🏊. The wind picks up at four\n\
             \x20          o’clock — go before lunch.\nmessage    msg_1Answer completed\n",
            "run        run_1Temperature requires_action\n",
            "message    msg_2Answer incomplete: run_cancelled\n",
            "run        run_4Brief incomplete: max_completion_tokens, 418 tokens\n",
            "step       step_5Answer failed: Too many requests",
            "unknown    thread.run.step.reasoning, 95 bytes: {\"id\"",
            "error      The server had an error while processing your request. (overloaded)\n",
            "done       [DONE]\n",
            "99 events of 25 types, 1 unknown, 0 malformed\n",
        ] {
            assert!(text.contains(line), "{line} in:\n{text}");
        }
        for name in Event::EVENT_TYPES {
            assert!(text.contains(&format!(" {name} ")), "the summary lacks {name}");
        }
    }
}
