//! Shows a response to a person: its reasoning and text as they arrive, each change of status, each tool call with
//! its input, and the usage.

use std::collections::BTreeMap;
use std::io;

use sse_event::SseEvent as _;
use sse_event_examples::apis::openai_responses::{
    InputDelta, ItemChange, Response, ResponseStreamEvent as Event, Usage, item::OutputItem,
};

use crate::report::View;
use crate::screen::Screen;
use crate::words::{error, status, unknown, why};

/// The state that spans events: the inputs of the tool calls, as far as they have arrived.
#[derive(Default)]
pub(crate) struct Answer {
    calls: BTreeMap<usize, Call>,
}

struct Call {
    name: String,
    input: String,
}

impl View for Answer {
    type Event = Event;

    const PATH: &str = "/v1/responses";
    const SCRIPT: &str = include_str!("../src/apis/openai_responses.sse");

    fn show(&mut self, event: &Event, screen: &mut Screen<'_>) -> io::Result<()> {
        let name = event.event_type();
        match event {
            Event::Queued(snapshot) | Event::Created(snapshot) | Event::InProgress(snapshot) => {
                show_response(&snapshot.response, status(name), screen)
            }
            Event::Completed(snapshot) | Event::Failed(snapshot) | Event::Incomplete(snapshot) => {
                self.give_up_calls(screen)?;
                show_response(&snapshot.response, status(name), screen)
            }
            Event::ItemAdded(change) => {
                self.add_call(change);
                show_item(&change.item, status(name), screen)
            }
            Event::ItemDone(change) => show_item(&change.item, status(name), screen),

            Event::TextDelta(text) | Event::TranscriptDelta(text) => screen.text("assistant", &text.delta),
            Event::RefusalDelta(text) => screen.text("refusal", &text.delta),
            Event::ReasoningDelta(text) | Event::SummaryDelta(text) => screen.text("reasoning", &text.delta),
            Event::TextDone(_)
            | Event::RefusalDone { .. }
            | Event::ReasoningDone(_)
            | Event::SummaryDone(_)
            | Event::TranscriptDone
            | Event::ShellOutputDone { .. }
            | Event::ContentPartAdded(_)
            | Event::ContentPartDone(_)
            | Event::SummaryPartAdded(_)
            | Event::SummaryPartDone(_) => screen.end_text(),
            // `TextAnnotated` arrives between the text deltas that it annotates; a command is shown when it is
            // complete.
            Event::TextAnnotated { .. }
            | Event::AudioDelta(_)
            | Event::AudioDone
            | Event::ShellCommandAdded(_)
            | Event::ShellCommandDelta(_) => Ok(()),
            Event::ShellCommandDone(done) => {
                screen.text("shell", &done.command)?;
                screen.end_text()
            }
            Event::ShellOutputDelta { delta, .. } => {
                let output = delta.stdout.iter().chain(&delta.stderr);
                output.into_iter().try_for_each(|text| screen.text("output", text))
            }

            Event::FunctionArgumentsDelta(delta)
            | Event::CustomInputDelta(delta)
            | Event::McpArgumentsDelta(delta)
            | Event::CodeDelta(delta) => {
                self.add_to_call(delta);
                Ok(())
            }
            Event::FunctionArgumentsDone(done)
            | Event::CustomInputDone(done)
            | Event::McpArgumentsDone(done)
            | Event::CodeDone(done) => self.finish_call(done.output_index, screen),

            Event::FileSearchInProgress(progress)
            | Event::FileSearchSearching(progress)
            | Event::FileSearchCompleted(progress)
            | Event::WebSearchInProgress(progress)
            | Event::WebSearchSearching(progress)
            | Event::WebSearchCompleted(progress)
            | Event::CodeInterpreterInProgress(progress)
            | Event::CodeInterpreterInterpreting(progress)
            | Event::CodeInterpreterCompleted(progress)
            | Event::ImageInProgress(progress)
            | Event::ImageGenerating(progress)
            | Event::ImagePartial(progress)
            | Event::ImageCompleted(progress)
            | Event::McpCallInProgress(progress)
            | Event::McpCallCompleted(progress)
            | Event::McpCallFailed(progress)
            | Event::McpListToolsInProgress(progress)
            | Event::McpListToolsCompleted(progress)
            | Event::McpListToolsFailed(progress)
            | Event::Compacting(progress) => {
                screen.line("tool", format_args!("{} {}", progress.item_id, status(name)))
            }
            Event::Error(report) | Event::NestedError { error: report } => {
                screen.line("error", error(&report.message, report.code.as_deref()))
            }
            Event::Unknown(raw) => screen.line("unknown", unknown(name, raw)),
        }
    }
}

impl Answer {
    /// The name of a call arrives with its item, before its input. An item that is not a call has no input.
    fn add_call(&mut self, ItemChange { output_index, item }: &ItemChange) {
        let name = item.called().unwrap_or_else(|| item.event_type()).to_owned();
        self.calls.insert(*output_index, Call { name, input: String::new() });
    }

    fn add_to_call(&mut self, InputDelta { output_index, delta }: &InputDelta) {
        if let Some(call) = self.calls.get_mut(output_index) {
            call.input.push_str(delta);
        }
    }

    fn finish_call(&mut self, output_index: usize, screen: &mut Screen<'_>) -> io::Result<()> {
        let Some(Call { name, input }) = self.calls.remove(&output_index) else { return Ok(()) };
        // The input may be code with several lines.
        screen.text("tool call", &format!("{name}({input})"))?;
        screen.end_text()
    }

    /// Shows the calls that are incomplete at the end of the response.
    fn give_up_calls(&mut self, screen: &mut Screen<'_>) -> io::Result<()> {
        let calls = std::mem::take(&mut self.calls);
        calls
            .into_values()
            .filter(|call| !call.input.is_empty())
            .try_for_each(|call| screen.line("unfinished", format_args!("{}({}", call.name, call.input)))
    }
}

fn show_response(response: &Response, status: &str, screen: &mut Screen<'_>) -> io::Result<()> {
    let error = response.error.as_ref().map(|error| &*error.message);
    let reason = response.incomplete_details.as_ref().map(|details| &*details.reason);
    screen.line("response", format_args!("{} {status}{}", response.id, why(error.or(reason))))?;
    response.usage.as_ref().map_or(Ok(()), |usage| show_usage(usage, screen))
}

fn show_usage(usage: &Usage, screen: &mut Screen<'_>) -> io::Result<()> {
    let Usage { input_tokens, input_tokens_details, output_tokens, output_tokens_details, total_tokens } =
        usage;
    let cached = input_tokens_details.as_ref().map_or(0, |details| details.cached_tokens);
    let reasoning = output_tokens_details.as_ref().map_or(0, |details| details.reasoning_tokens);
    screen.line(
        "usage",
        format_args!(
            "{input_tokens} input tokens ({cached} cached), {output_tokens} output tokens ({reasoning} reasoning), \
             {total_tokens} in total"
        ),
    )
}

fn show_item(item: &OutputItem, status: &str, screen: &mut Screen<'_>) -> io::Result<()> {
    let id = item.id().unwrap_or("(no ID)");
    screen.line("item", format_args!("{id} {} {status}", item.event_type()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::shown;

    #[tokio::test]
    async fn script_is_shown_as_text() {
        let (text, end) = shown::<Answer>(Answer::SCRIPT).await;
        end.expect("the script is complete");
        for line in [
            "response   resp_68Quaibruecke created\nresponse   resp_68Quaibruecke in_progress\n",
            "item       rs_0Plan reasoning added\n\
             reasoning  **Looking at the evening**\n           \n\
             \x20          The guest wants to swim after work, so the wind matters more than the sun.\n\
             reasoning  **Separating the wishes**\n",
            "tool       ws_1Wind in_progress\ntool       ws_1Wind searching\ntool       ws_1Wind completed\n",
            "assistant  Grüezi! After work the lake is yours: 22 °C, and the wind stays below two knots until eight \
             o’clock 🏊🏽‍♀️. (meteo.example)\n           I am reserving a locker near the sauna.\nunknown",
            "unknown    response.moderation.completed, 135 bytes: {\"sequence_number\"",
            "refusal    I’m sorry, but I can’t tell you which of the other guests are here today.\nitem",
            "item       fc_3Locker function_call added\n\
             tool call  reserve_locker({\"bath\":\"Seebad Enge\",\"from\":\"17:30\",\
             \"note\":\"near the sauna, türseitig\"})\n\
             item       fc_3Locker function_call done\nresponse   resp_68Quaibruecke completed\n",
            "usage      2318 input tokens (1792 cached), 287 output tokens (128 reasoning), 2605 in total\n",
            "107 events of 21 types, 1 unknown, 0 malformed\n",
        ] {
            assert!(text.contains(line), "{line} in:\n{text}");
        }
    }

    #[tokio::test]
    async fn response_may_end_inside_a_call() {
        let (text, end) = shown::<Answer>(concat!(
            r#"data: {"type":"response.output_item.added","output_index":4,"#,
            r#""item":{"id":"ci_1","type":"code_interpreter_call","status":"in_progress"}}"#,
            "\n\n",
            r#"data: {"type":"response.code_interpreter_call_code.delta","output_index":4,"delta":"1 +"}"#,
            "\n\n",
            r#"data: {"type":"response.incomplete","response":{"id":"resp_1","error":null,"#,
            r#""incomplete_details":{"reason":"max_output_tokens"},"usage":null}}"#,
            "\n\n",
        ))
        .await;
        end.expect("an incomplete response ends its stream");
        assert!(
            text.contains(
                "unfinished code_interpreter_call(1 +\nresponse   resp_1 incomplete: max_output_tokens\n"
            ),
            "{text}"
        );
    }

    #[tokio::test]
    async fn failure_is_shown_with_its_cause() {
        let (text, end) = shown::<Answer>(concat!(
            r#"data: {"response":{"id":"resp_1","error":{"code":"server_error","message":"The model failed"}}"#,
            r#","type":"response.failed"}"#,
            "\n\n",
        ))
        .await;
        end.expect("a failed response ends its stream");
        assert!(text.starts_with("response   resp_1 failed: The model failed\n"), "{text}");
    }

    #[tokio::test]
    async fn error_is_shown_with_its_code() {
        let (text, _) = shown::<Answer>(concat!(
            r#"data: {"type":"error","code":"rate_limit_exceeded","message":"Too many requests","param":null}"#,
            "\n\n",
        ))
        .await;
        assert!(text.starts_with("error      Too many requests (rate_limit_exceeded)\n"), "{text}");
    }
}
