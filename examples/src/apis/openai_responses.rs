//! OpenAI Responses: `type` in the data names the events, with or without an `event:` line, which proxies drop.
//!
//! The payloads have the fields that a client shows. An event without such a field is a unit variant, whose data is
//! not read. The items, their content and the annotations are unions, in `openai_responses/item.rs`.

pub mod item;

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

use item::{Annotation, Content, OutputItem, ShellOutput};

/// All 59 events of the API. There is no `done`: one of three events ends the stream.
#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
pub enum ResponseStreamEvent {
    #[event("response.queued")]
    Queued(Snapshot),
    #[event("response.created")]
    Created(Snapshot),
    #[event("response.in_progress")]
    InProgress(Snapshot),
    #[event("response.completed", terminal)]
    Completed(Snapshot),
    #[event("response.failed", error, terminal)]
    Failed(Snapshot),
    #[event("response.incomplete", terminal)]
    Incomplete(Snapshot),
    #[event("response.output_item.added")]
    ItemAdded(ItemChange),
    #[event("response.output_item.done")]
    ItemDone(ItemChange),

    #[event("response.content_part.added")]
    ContentPartAdded(PartChange),
    #[event("response.content_part.done")]
    ContentPartDone(PartChange),
    #[event("response.output_text.delta")]
    TextDelta(TextDelta),
    #[event("response.output_text.annotation.added")]
    TextAnnotated { output_index: usize, annotation: Annotation },
    #[event("response.output_text.done")]
    TextDone(TextDone),
    #[event("response.refusal.delta")]
    RefusalDelta(TextDelta),
    #[event("response.refusal.done")]
    RefusalDone { refusal: String },
    #[event("response.reasoning_text.delta")]
    ReasoningDelta(TextDelta),
    #[event("response.reasoning_text.done")]
    ReasoningDone(TextDone),
    #[event("response.reasoning_summary_part.added")]
    SummaryPartAdded(PartChange),
    #[event("response.reasoning_summary_part.done")]
    SummaryPartDone(PartChange),
    #[event("response.reasoning_summary_text.delta")]
    SummaryDelta(TextDelta),
    #[event("response.reasoning_summary_text.done")]
    SummaryDone(TextDone),

    /// A piece of the audio, in Base64.
    #[event("response.audio.delta")]
    AudioDelta(TextDelta),
    #[event("response.audio.done")]
    AudioDone,
    #[event("response.audio.transcript.delta")]
    TranscriptDelta(TextDelta),
    #[event("response.audio.transcript.done")]
    TranscriptDone,

    #[event("response.function_call_arguments.delta")]
    FunctionArgumentsDelta(InputDelta),
    #[event("response.function_call_arguments.done")]
    FunctionArgumentsDone(InputDone),
    #[event("response.custom_tool_call_input.delta")]
    CustomInputDelta(InputDelta),
    #[event("response.custom_tool_call_input.done")]
    CustomInputDone(InputDone),
    #[event("response.mcp_call_arguments.delta")]
    McpArgumentsDelta(InputDelta),
    #[event("response.mcp_call_arguments.done")]
    McpArgumentsDone(InputDone),
    #[event("response.code_interpreter_call_code.delta")]
    CodeDelta(InputDelta),
    #[event("response.code_interpreter_call_code.done")]
    CodeDone(InputDone),

    #[event("response.shell_call_command.added")]
    ShellCommandAdded(ShellCommand),
    #[event("response.shell_call_command.delta")]
    ShellCommandDelta(ShellCommandDelta),
    #[event("response.shell_call_command.done")]
    ShellCommandDone(ShellCommand),
    #[event("response.shell_call_output_content.delta")]
    ShellOutputDelta { command_index: usize, item_id: String, delta: ShellOutput },
    #[event("response.shell_call_output_content.done")]
    ShellOutputDone { item_id: String, command_index: usize, output: Vec<ShellOutput> },

    #[event("response.file_search_call.in_progress")]
    FileSearchInProgress(Progress),
    #[event("response.file_search_call.searching")]
    FileSearchSearching(Progress),
    #[event("response.file_search_call.completed")]
    FileSearchCompleted(Progress),
    #[event("response.web_search_call.in_progress")]
    WebSearchInProgress(Progress),
    #[event("response.web_search_call.searching")]
    WebSearchSearching(Progress),
    #[event("response.web_search_call.completed")]
    WebSearchCompleted(Progress),
    #[event("response.code_interpreter_call.in_progress")]
    CodeInterpreterInProgress(Progress),
    #[event("response.code_interpreter_call.interpreting")]
    CodeInterpreterInterpreting(Progress),
    #[event("response.code_interpreter_call.completed")]
    CodeInterpreterCompleted(Progress),
    #[event("response.image_generation_call.in_progress")]
    ImageInProgress(Progress),
    #[event("response.image_generation_call.generating")]
    ImageGenerating(Progress),
    #[event("response.image_generation_call.partial_image")]
    ImagePartial(Progress),
    #[event("response.image_generation_call.completed")]
    ImageCompleted(Progress),
    #[event("response.mcp_call.in_progress")]
    McpCallInProgress(Progress),
    #[event("response.mcp_call.completed")]
    McpCallCompleted(Progress),
    #[event("response.mcp_call.failed")]
    McpCallFailed(Progress),
    #[event("response.mcp_list_tools.in_progress")]
    McpListToolsInProgress(Progress),
    #[event("response.mcp_list_tools.completed")]
    McpListToolsCompleted(Progress),
    #[event("response.mcp_list_tools.failed")]
    McpListToolsFailed(Progress),
    #[event("response.compaction.compacting")]
    Compacting(Progress),

    #[event("error", error)]
    Error(ApiError),
    /// The same in a nested object, which servers send too.
    #[event("error", has_key = "error", error)]
    NestedError { error: ApiError },
    #[event(other)]
    Unknown(RawEventBuf),
}

/// The current state of the response.
#[derive(Debug, Deserialize)]
pub struct Snapshot {
    pub response: Response,
}

#[derive(Debug, Deserialize)]
pub struct Response {
    pub id: String,
    pub error: Option<ApiError>,
    pub incomplete_details: Option<IncompleteDetails>,
    /// Empty until the response has ended.
    #[serde(default)]
    pub output: Vec<OutputItem>,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
pub struct IncompleteDetails {
    pub reason: String,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub input_tokens: u64,
    pub input_tokens_details: Option<InputDetails>,
    pub output_tokens: u64,
    pub output_tokens_details: Option<OutputDetails>,
    pub total_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct InputDetails {
    pub cached_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct OutputDetails {
    pub reasoning_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub code: Option<String>,
    pub message: String,
}

#[derive(Debug, Deserialize)]
pub struct ItemChange {
    pub output_index: usize,
    pub item: OutputItem,
}

/// The current state of a part of an item.
#[derive(Debug, Deserialize)]
pub struct PartChange {
    pub output_index: usize,
    pub part: Content,
}

/// The progress of a tool.
#[derive(Debug, Deserialize)]
pub struct Progress {
    pub item_id: String,
}

#[derive(Debug, Deserialize)]
pub struct TextDelta {
    pub delta: String,
}

#[derive(Debug, Deserialize)]
pub struct TextDone {
    pub text: String,
}

/// A piece of a tool's input; the pieces of one call share the index of its item.
#[derive(Debug, Deserialize)]
pub struct InputDelta {
    pub output_index: usize,
    pub delta: String,
}

#[derive(Debug, Deserialize)]
pub struct InputDone {
    pub output_index: usize,
    /// The complete input: `arguments` of functions, `input` of custom tools, `code` of the interpreter.
    #[serde(alias = "arguments", alias = "code")]
    pub input: Option<String>,
}

/// A shell call has several commands, each with an index.
#[derive(Debug, Deserialize)]
pub struct ShellCommand {
    pub output_index: usize,
    pub command_index: usize,
    pub command: String,
}

#[derive(Debug, Deserialize)]
pub struct ShellCommandDelta {
    pub output_index: usize,
    pub command_index: usize,
    pub delta: String,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use sse_event::reader::EventReader;
    use sse_event::{RawEvent, SseEvent as _};

    use super::item::WebSearchAction;
    use super::*;

    fn events() -> Vec<ResponseStreamEvent> {
        let script = include_str!("openai_responses.sse");
        EventReader::new(script.as_bytes()).collect::<Result<_, _>>().expect("a whole response")
    }

    #[test]
    fn every_event_of_the_response_is_counted() {
        let mut counts = BTreeMap::new();
        for event in &events() {
            *counts.entry(event.event_type().to_owned()).or_insert(0) += 1;
        }
        let expected = [
            ("response.completed", 1),
            ("response.content_part.added", 2),
            ("response.content_part.done", 2),
            ("response.created", 1),
            ("response.function_call_arguments.delta", 20),
            ("response.function_call_arguments.done", 1),
            ("response.in_progress", 1),
            ("response.moderation.completed", 1),
            ("response.output_item.added", 4),
            ("response.output_item.done", 4),
            ("response.output_text.annotation.added", 1),
            ("response.output_text.delta", 27),
            ("response.output_text.done", 1),
            ("response.reasoning_summary_part.added", 2),
            ("response.reasoning_summary_part.done", 2),
            ("response.reasoning_summary_text.delta", 22),
            ("response.reasoning_summary_text.done", 2),
            ("response.refusal.delta", 10),
            ("response.refusal.done", 1),
            ("response.web_search_call.completed", 1),
            ("response.web_search_call.in_progress", 1),
            ("response.web_search_call.searching", 1),
        ];
        assert_eq!(counts, expected.map(|(name, count)| (name.to_owned(), count)).into());
    }

    #[test]
    fn fields_that_a_client_shows_are_read() {
        let events = events();
        let mut refusal = String::new();
        let mut arguments = String::new();
        for event in &events {
            match event {
                ResponseStreamEvent::RefusalDelta(text) => refusal += &text.delta,
                ResponseStreamEvent::FunctionArgumentsDelta(input) => arguments += &input.delta,
                _ => {}
            }
        }
        assert_eq!(refusal, "I’m sorry, but I can’t tell you which of the other guests are here today.");
        assert!(arguments.starts_with(r#"{"bath":"Seebad Enge""#) && arguments.ends_with('}'), "{arguments}");
        let Some(last @ ResponseStreamEvent::Completed(Snapshot { response })) = events.last() else {
            panic!("{:?}", events.last());
        };
        assert!(last.is_terminal());
        assert_eq!(response.usage.as_ref().map(|usage| usage.total_tokens), Some(2605));
    }

    #[test]
    fn nested_items_are_complete() {
        let events = events();
        let Some(ResponseStreamEvent::Completed(Snapshot { response })) = events.last() else {
            panic!("{:?}", events.last());
        };
        let [
            OutputItem::Reasoning(reasoning),
            OutputItem::WebSearchCall {
                action: Some(WebSearchAction::Search { query: Some(query) }), ..
            },
            OutputItem::Message(message),
            OutputItem::FunctionCall(call),
        ] = &response.output[..]
        else {
            panic!("{:#?}", response.output)
        };
        assert_eq!((reasoning.summary.len(), &**query), (2, "Wind Zürichsee heute Abend"));
        let [Content::OutputText { annotations, .. }, Content::Refusal { .. }] = &message.content[..] else {
            panic!("{message:#?}")
        };
        let annotated = events.iter().find_map(|event| match event {
            ResponseStreamEvent::TextAnnotated { annotation, .. } => Some(annotation),
            _ => None,
        });
        assert_eq!(annotated, annotations.first());
        assert!(matches!(annotated, Some(Annotation::UrlCitation { start_index: 107, end_index: 122, .. })));
        let arguments = events.iter().find_map(|event| match event {
            ResponseStreamEvent::FunctionArgumentsDone(done) => done.input.as_deref(),
            _ => None,
        });
        assert_eq!(arguments, call.arguments.as_deref());
        let done = events.iter().filter_map(|event| match event {
            ResponseStreamEvent::ItemDone(change) => Some(&change.item),
            _ => None,
        });
        assert!(done.eq(&response.output), "the items are those that were announced");
    }

    /// The fixture ends with a completed response; these are the other ends.
    #[test]
    fn a_response_may_fail() {
        let failed =
            r#"{"type":"response.failed","response":{"id":"r","error":{"code":null,"message":"m"}}}"#;
        let event = ResponseStreamEvent::try_from(RawEvent::new("", failed)).expect("it decodes");
        assert!(matches!(&event, ResponseStreamEvent::Failed(snapshot) if snapshot.response.error.is_some()));
        assert!(event.is_error() && event.is_terminal());
        let error = r#"{"type":"error","code":"rate_limit_exceeded","message":"Too many requests"}"#;
        let event = ResponseStreamEvent::try_from(RawEvent::new("", error)).expect("it decodes");
        assert!(event.is_error() && !event.is_terminal());
        let nested = r#"{"type":"error","error":{"type":"quota","code":"quota","message":"m","param":null}}"#;
        let event = ResponseStreamEvent::try_from(RawEvent::new("", nested)).expect("it decodes");
        assert!(matches!(&event, ResponseStreamEvent::NestedError { error } if error.message == "m"));
        assert!(event.is_error());
    }

    /// Checks each event with only its required fields, in one shared object.
    #[test]
    fn every_name_is_an_event() {
        assert_eq!(ResponseStreamEvent::EVENT_TYPES.len(), 59);
        for name in ResponseStreamEvent::EVENT_TYPES {
            let delta = if name.contains("shell_call_output") { r#"{"stdout":"14\n"}"# } else { "\"14\"" };
            let data = format!(
                r#"{{"type":"{name}","item_id":"i","output_index":0,"command_index":0,"command":"c","delta":{delta},
                "item":{{"type":"function_call"}},"part":{{"type":"refusal","refusal":"r"}},"text":"t","refusal":"r",
                "annotation":{{"type":"later"}},"output":[],"response":{{"id":"r"}},"message":"m"}}"#
            );
            let event = ResponseStreamEvent::try_from(RawEvent::new("", &data)).expect("an event");
            assert_eq!(event.static_event_type(), Some(*name));
        }
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for data in [
            r#"{"type":"response.output_item.done","output_index":0,"item":{"id":null,"type":"function_call"}}"#,
            r#"{"type":"response.completed","response":{"id":"r","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3}}}"#,
            r#"{"type":"response.shell_call_output_content.delta","item_id":"i","command_index":0,"delta":{"stderr":null}}"#,
        ] {
            ResponseStreamEvent::try_from(RawEvent::new("", data)).expect("an event");
        }
    }
}
