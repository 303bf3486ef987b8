//! OpenAI Responses: events are named by `type` in the data, with or without an `event:` line, which proxies strip.
//!
//! The payloads are what a client shows; an event of which it shows nothing is a unit, and its data is not looked at.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// There is no `done`: the response ends the stream as one of three.
#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
pub(crate) enum ResponseStreamEvent {
    #[event("response.queued")]
    Queued(Snapshot),
    #[event("response.created")]
    Created(Snapshot),
    #[event("response.in_progress")]
    InProgress(Snapshot),
    #[event("response.completed", terminal)]
    Completed(Snapshot),
    #[event("response.failed", terminal)]
    Failed(Snapshot),
    #[event("response.incomplete", terminal)]
    Incomplete(Snapshot),
    #[event("response.output_item.added")]
    ItemAdded(ItemChange),
    #[event("response.output_item.done")]
    ItemDone(ItemChange),

    #[event("response.content_part.added")]
    ContentPartAdded,
    #[event("response.content_part.done")]
    ContentPartDone,
    #[event("response.output_text.delta")]
    TextDelta(TextDelta),
    #[event("response.output_text.annotation.added")]
    TextAnnotated,
    #[event("response.output_text.done")]
    TextDone,
    #[event("response.refusal.delta")]
    RefusalDelta(TextDelta),
    #[event("response.refusal.done")]
    RefusalDone,
    #[event("response.reasoning_text.delta")]
    ReasoningDelta(TextDelta),
    #[event("response.reasoning_text.done")]
    ReasoningDone,
    #[event("response.reasoning_summary_part.added")]
    SummaryPartAdded,
    #[event("response.reasoning_summary_part.done")]
    SummaryPartDone,
    #[event("response.reasoning_summary_text.delta")]
    SummaryDelta(TextDelta),
    #[event("response.reasoning_summary_text.done")]
    SummaryDone,

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

    #[event("error", error)]
    Error(ApiError),
    #[event(other)]
    Unknown(RawEventBuf),
}

/// The response as it is now.
#[derive(Debug, Deserialize)]
pub(crate) struct Snapshot {
    pub(crate) response: Response,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Response {
    pub(crate) id: String,
    pub(crate) error: Option<ApiError>,
    pub(crate) incomplete_details: Option<IncompleteDetails>,
    pub(crate) usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct IncompleteDetails {
    pub(crate) reason: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Usage {
    pub(crate) input_tokens: u64,
    pub(crate) input_tokens_details: InputDetails,
    pub(crate) output_tokens: u64,
    pub(crate) output_tokens_details: OutputDetails,
    pub(crate) total_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct InputDetails {
    pub(crate) cached_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct OutputDetails {
    pub(crate) reasoning_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ApiError {
    pub(crate) code: Option<String>,
    pub(crate) message: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ItemChange {
    pub(crate) output_index: usize,
    pub(crate) item: Item,
}

/// A message, a reasoning, a call of a tool.
#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) r#type: String,
    /// Of a call.
    pub(crate) name: Option<String>,
}

/// A tool at work.
#[derive(Debug, Deserialize)]
pub(crate) struct Progress {
    pub(crate) item_id: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct TextDelta {
    pub(crate) delta: String,
}

/// A piece of what a tool is called with; the pieces of one call share the index of its item.
#[derive(Debug, Deserialize)]
pub(crate) struct InputDelta {
    pub(crate) output_index: usize,
    pub(crate) delta: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct InputDone {
    pub(crate) output_index: usize,
}
