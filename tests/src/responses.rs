//! OpenAI's Responses stream, named by `type` in the data, with async-openai's own payload types.

use async_openai::types::responses::{
    ResponseCodeInterpreterCallCodeDeltaEvent, ResponseCodeInterpreterCallCodeDoneEvent,
    ResponseCodeInterpreterCallCompletedEvent, ResponseCodeInterpreterCallInProgressEvent,
    ResponseCodeInterpreterCallInterpretingEvent, ResponseCompletedEvent, ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent, ResponseCreatedEvent, ResponseCustomToolCallInputDeltaEvent,
    ResponseCustomToolCallInputDoneEvent, ResponseErrorEvent, ResponseFailedEvent,
    ResponseFileSearchCallCompletedEvent, ResponseFileSearchCallInProgressEvent,
    ResponseFileSearchCallSearchingEvent, ResponseFunctionCallArgumentsDeltaEvent,
    ResponseFunctionCallArgumentsDoneEvent, ResponseImageGenCallCompletedEvent,
    ResponseImageGenCallGeneratingEvent, ResponseImageGenCallInProgressEvent,
    ResponseImageGenCallPartialImageEvent, ResponseInProgressEvent, ResponseIncompleteEvent,
    ResponseMCPCallArgumentsDeltaEvent, ResponseMCPCallArgumentsDoneEvent, ResponseMCPCallCompletedEvent,
    ResponseMCPCallFailedEvent, ResponseMCPCallInProgressEvent, ResponseMCPListToolsCompletedEvent,
    ResponseMCPListToolsFailedEvent, ResponseMCPListToolsInProgressEvent, ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent, ResponseOutputTextAnnotationAddedEvent, ResponseQueuedEvent,
    ResponseReasoningSummaryPartAddedEvent, ResponseReasoningSummaryPartDoneEvent,
    ResponseReasoningSummaryTextDeltaEvent, ResponseReasoningSummaryTextDoneEvent,
    ResponseReasoningTextDeltaEvent, ResponseReasoningTextDoneEvent, ResponseRefusalDeltaEvent,
    ResponseRefusalDoneEvent, ResponseTextDeltaEvent, ResponseTextDoneEvent,
    ResponseWebSearchCallCompletedEvent, ResponseWebSearchCallInProgressEvent,
    ResponseWebSearchCallSearchingEvent,
};
use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

/// All 49 events of async-openai 0.40's `ResponseStreamEvent` with the same names, by serde's attributes alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type")]
#[sse(encode)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ResponseStreamEvent {
    #[serde(rename = "response.created")]
    ResponseCreated(ResponseCreatedEvent),
    #[serde(rename = "response.in_progress")]
    ResponseInProgress(ResponseInProgressEvent),
    #[serde(rename = "response.completed")]
    ResponseCompleted(ResponseCompletedEvent),
    #[serde(rename = "response.failed")]
    ResponseFailed(ResponseFailedEvent),
    #[serde(rename = "response.incomplete")]
    ResponseIncomplete(ResponseIncompleteEvent),
    #[serde(rename = "response.output_item.added")]
    ResponseOutputItemAdded(ResponseOutputItemAddedEvent),
    #[serde(rename = "response.output_item.done")]
    ResponseOutputItemDone(ResponseOutputItemDoneEvent),
    #[serde(rename = "response.content_part.added")]
    ResponseContentPartAdded(ResponseContentPartAddedEvent),
    #[serde(rename = "response.content_part.done")]
    ResponseContentPartDone(ResponseContentPartDoneEvent),
    #[serde(rename = "response.output_text.delta")]
    ResponseOutputTextDelta(ResponseTextDeltaEvent),
    #[serde(rename = "response.output_text.done")]
    ResponseOutputTextDone(ResponseTextDoneEvent),
    #[serde(rename = "response.refusal.delta")]
    ResponseRefusalDelta(ResponseRefusalDeltaEvent),
    #[serde(rename = "response.refusal.done")]
    ResponseRefusalDone(ResponseRefusalDoneEvent),
    #[serde(rename = "response.function_call_arguments.delta")]
    ResponseFunctionCallArgumentsDelta(ResponseFunctionCallArgumentsDeltaEvent),
    #[serde(rename = "response.function_call_arguments.done")]
    ResponseFunctionCallArgumentsDone(ResponseFunctionCallArgumentsDoneEvent),
    #[serde(rename = "response.file_search_call.in_progress")]
    ResponseFileSearchCallInProgress(ResponseFileSearchCallInProgressEvent),
    #[serde(rename = "response.file_search_call.searching")]
    ResponseFileSearchCallSearching(ResponseFileSearchCallSearchingEvent),
    #[serde(rename = "response.file_search_call.completed")]
    ResponseFileSearchCallCompleted(ResponseFileSearchCallCompletedEvent),
    #[serde(rename = "response.web_search_call.in_progress")]
    ResponseWebSearchCallInProgress(ResponseWebSearchCallInProgressEvent),
    #[serde(rename = "response.web_search_call.searching")]
    ResponseWebSearchCallSearching(ResponseWebSearchCallSearchingEvent),
    #[serde(rename = "response.web_search_call.completed")]
    ResponseWebSearchCallCompleted(ResponseWebSearchCallCompletedEvent),
    #[serde(rename = "response.reasoning_summary_part.added")]
    ResponseReasoningSummaryPartAdded(ResponseReasoningSummaryPartAddedEvent),
    #[serde(rename = "response.reasoning_summary_part.done")]
    ResponseReasoningSummaryPartDone(ResponseReasoningSummaryPartDoneEvent),
    #[serde(rename = "response.reasoning_summary_text.delta")]
    ResponseReasoningSummaryTextDelta(ResponseReasoningSummaryTextDeltaEvent),
    #[serde(rename = "response.reasoning_summary_text.done")]
    ResponseReasoningSummaryTextDone(ResponseReasoningSummaryTextDoneEvent),
    #[serde(rename = "response.reasoning_text.delta")]
    ResponseReasoningTextDelta(ResponseReasoningTextDeltaEvent),
    #[serde(rename = "response.reasoning_text.done")]
    ResponseReasoningTextDone(ResponseReasoningTextDoneEvent),
    #[serde(rename = "response.image_generation_call.completed")]
    ResponseImageGenerationCallCompleted(ResponseImageGenCallCompletedEvent),
    #[serde(rename = "response.image_generation_call.generating")]
    ResponseImageGenerationCallGenerating(ResponseImageGenCallGeneratingEvent),
    #[serde(rename = "response.image_generation_call.in_progress")]
    ResponseImageGenerationCallInProgress(ResponseImageGenCallInProgressEvent),
    #[serde(rename = "response.image_generation_call.partial_image")]
    ResponseImageGenerationCallPartialImage(ResponseImageGenCallPartialImageEvent),
    #[serde(rename = "response.mcp_call_arguments.delta")]
    ResponseMCPCallArgumentsDelta(ResponseMCPCallArgumentsDeltaEvent),
    #[serde(rename = "response.mcp_call_arguments.done")]
    ResponseMCPCallArgumentsDone(ResponseMCPCallArgumentsDoneEvent),
    #[serde(rename = "response.mcp_call.completed")]
    ResponseMCPCallCompleted(ResponseMCPCallCompletedEvent),
    #[serde(rename = "response.mcp_call.failed")]
    ResponseMCPCallFailed(ResponseMCPCallFailedEvent),
    #[serde(rename = "response.mcp_call.in_progress")]
    ResponseMCPCallInProgress(ResponseMCPCallInProgressEvent),
    #[serde(rename = "response.mcp_list_tools.completed")]
    ResponseMCPListToolsCompleted(ResponseMCPListToolsCompletedEvent),
    #[serde(rename = "response.mcp_list_tools.failed")]
    ResponseMCPListToolsFailed(ResponseMCPListToolsFailedEvent),
    #[serde(rename = "response.mcp_list_tools.in_progress")]
    ResponseMCPListToolsInProgress(ResponseMCPListToolsInProgressEvent),
    #[serde(rename = "response.code_interpreter_call.in_progress")]
    ResponseCodeInterpreterCallInProgress(ResponseCodeInterpreterCallInProgressEvent),
    #[serde(rename = "response.code_interpreter_call.interpreting")]
    ResponseCodeInterpreterCallInterpreting(ResponseCodeInterpreterCallInterpretingEvent),
    #[serde(rename = "response.code_interpreter_call.completed")]
    ResponseCodeInterpreterCallCompleted(ResponseCodeInterpreterCallCompletedEvent),
    #[serde(rename = "response.code_interpreter_call_code.delta")]
    ResponseCodeInterpreterCallCodeDelta(ResponseCodeInterpreterCallCodeDeltaEvent),
    #[serde(rename = "response.code_interpreter_call_code.done")]
    ResponseCodeInterpreterCallCodeDone(ResponseCodeInterpreterCallCodeDoneEvent),
    #[serde(rename = "response.output_text.annotation.added")]
    ResponseOutputTextAnnotationAdded(ResponseOutputTextAnnotationAddedEvent),
    #[serde(rename = "response.queued")]
    ResponseQueued(ResponseQueuedEvent),
    #[serde(rename = "response.custom_tool_call_input.delta")]
    ResponseCustomToolCallInputDelta(ResponseCustomToolCallInputDeltaEvent),
    #[serde(rename = "response.custom_tool_call_input.done")]
    ResponseCustomToolCallInputDone(ResponseCustomToolCallInputDoneEvent),
    #[event("error", error)]
    ResponseError(ResponseErrorEvent),
}

/// Whether async-openai's event is the same variant with an equal payload.
#[must_use]
pub fn equal(
    ours: &ResponseStreamEvent,
    theirs: &async_openai::types::responses::ResponseStreamEvent,
) -> bool {
    use ResponseStreamEvent as O;
    use async_openai::types::responses::ResponseStreamEvent as T;
    match (ours, theirs) {
        (O::ResponseCreated(a), T::ResponseCreated(b)) => a == b,
        (O::ResponseInProgress(a), T::ResponseInProgress(b)) => a == b,
        (O::ResponseCompleted(a), T::ResponseCompleted(b)) => a == b,
        (O::ResponseFailed(a), T::ResponseFailed(b)) => a == b,
        (O::ResponseIncomplete(a), T::ResponseIncomplete(b)) => a == b,
        (O::ResponseOutputItemAdded(a), T::ResponseOutputItemAdded(b)) => a == b,
        (O::ResponseOutputItemDone(a), T::ResponseOutputItemDone(b)) => a == b,
        (O::ResponseContentPartAdded(a), T::ResponseContentPartAdded(b)) => a == b,
        (O::ResponseContentPartDone(a), T::ResponseContentPartDone(b)) => a == b,
        (O::ResponseOutputTextDelta(a), T::ResponseOutputTextDelta(b)) => a == b,
        (O::ResponseOutputTextDone(a), T::ResponseOutputTextDone(b)) => a == b,
        (O::ResponseRefusalDelta(a), T::ResponseRefusalDelta(b)) => a == b,
        (O::ResponseRefusalDone(a), T::ResponseRefusalDone(b)) => a == b,
        (O::ResponseFunctionCallArgumentsDelta(a), T::ResponseFunctionCallArgumentsDelta(b)) => a == b,
        (O::ResponseFunctionCallArgumentsDone(a), T::ResponseFunctionCallArgumentsDone(b)) => a == b,
        (O::ResponseFileSearchCallInProgress(a), T::ResponseFileSearchCallInProgress(b)) => a == b,
        (O::ResponseFileSearchCallSearching(a), T::ResponseFileSearchCallSearching(b)) => a == b,
        (O::ResponseFileSearchCallCompleted(a), T::ResponseFileSearchCallCompleted(b)) => a == b,
        (O::ResponseWebSearchCallInProgress(a), T::ResponseWebSearchCallInProgress(b)) => a == b,
        (O::ResponseWebSearchCallSearching(a), T::ResponseWebSearchCallSearching(b)) => a == b,
        (O::ResponseWebSearchCallCompleted(a), T::ResponseWebSearchCallCompleted(b)) => a == b,
        (O::ResponseReasoningSummaryPartAdded(a), T::ResponseReasoningSummaryPartAdded(b)) => a == b,
        (O::ResponseReasoningSummaryPartDone(a), T::ResponseReasoningSummaryPartDone(b)) => a == b,
        (O::ResponseReasoningSummaryTextDelta(a), T::ResponseReasoningSummaryTextDelta(b)) => a == b,
        (O::ResponseReasoningSummaryTextDone(a), T::ResponseReasoningSummaryTextDone(b)) => a == b,
        (O::ResponseReasoningTextDelta(a), T::ResponseReasoningTextDelta(b)) => a == b,
        (O::ResponseReasoningTextDone(a), T::ResponseReasoningTextDone(b)) => a == b,
        (O::ResponseImageGenerationCallCompleted(a), T::ResponseImageGenerationCallCompleted(b)) => a == b,
        (O::ResponseImageGenerationCallGenerating(a), T::ResponseImageGenerationCallGenerating(b)) => a == b,
        (O::ResponseImageGenerationCallInProgress(a), T::ResponseImageGenerationCallInProgress(b)) => a == b,
        (O::ResponseImageGenerationCallPartialImage(a), T::ResponseImageGenerationCallPartialImage(b)) => {
            a == b
        }
        (O::ResponseMCPCallArgumentsDelta(a), T::ResponseMCPCallArgumentsDelta(b)) => a == b,
        (O::ResponseMCPCallArgumentsDone(a), T::ResponseMCPCallArgumentsDone(b)) => a == b,
        (O::ResponseMCPCallCompleted(a), T::ResponseMCPCallCompleted(b)) => a == b,
        (O::ResponseMCPCallFailed(a), T::ResponseMCPCallFailed(b)) => a == b,
        (O::ResponseMCPCallInProgress(a), T::ResponseMCPCallInProgress(b)) => a == b,
        (O::ResponseMCPListToolsCompleted(a), T::ResponseMCPListToolsCompleted(b)) => a == b,
        (O::ResponseMCPListToolsFailed(a), T::ResponseMCPListToolsFailed(b)) => a == b,
        (O::ResponseMCPListToolsInProgress(a), T::ResponseMCPListToolsInProgress(b)) => a == b,
        (O::ResponseCodeInterpreterCallInProgress(a), T::ResponseCodeInterpreterCallInProgress(b)) => a == b,
        (O::ResponseCodeInterpreterCallInterpreting(a), T::ResponseCodeInterpreterCallInterpreting(b)) => {
            a == b
        }
        (O::ResponseCodeInterpreterCallCompleted(a), T::ResponseCodeInterpreterCallCompleted(b)) => a == b,
        (O::ResponseCodeInterpreterCallCodeDelta(a), T::ResponseCodeInterpreterCallCodeDelta(b)) => a == b,
        (O::ResponseCodeInterpreterCallCodeDone(a), T::ResponseCodeInterpreterCallCodeDone(b)) => a == b,
        (O::ResponseOutputTextAnnotationAdded(a), T::ResponseOutputTextAnnotationAdded(b)) => a == b,
        (O::ResponseQueued(a), T::ResponseQueued(b)) => a == b,
        (O::ResponseCustomToolCallInputDelta(a), T::ResponseCustomToolCallInputDelta(b)) => a == b,
        (O::ResponseCustomToolCallInputDone(a), T::ResponseCustomToolCallInputDone(b)) => a == b,
        (O::ResponseError(a), T::ResponseError(b)) => a == b,
        _ => false,
    }
}
