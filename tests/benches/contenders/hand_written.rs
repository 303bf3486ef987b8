//! A typical hand-written decoder: a `match` from name to `from_str`.

use super::anthropic::Event;
use super::assistants::AssistantStreamEvent;
use super::responses::ResponseStreamEvent;

macro_rules! by_hand {
    ($function:ident, $enum:ident, $($name:literal => $variant:ident,)*) => {
        pub fn $function(name: &str, data: &str) -> Result<$enum, String> {
            match name {
                $($name => serde_json::from_str(data).map($enum::$variant).map_err(|e| e.to_string()),)*
                _ => Err(format!("unknown event {name}")),
            }
        }
    };
}

/// The events with JSON payloads.
pub fn assistants(name: &str, data: &str) -> Result<AssistantStreamEvent, String> {
    by_hand! { with_payload, AssistantStreamEvent,
        "thread.created" => ThreadCreated,
        "thread.run.created" => ThreadRunCreated,
        "thread.run.queued" => ThreadRunQueued,
        "thread.run.in_progress" => ThreadRunInProgress,
        "thread.run.requires_action" => ThreadRunRequiresAction,
        "thread.run.completed" => ThreadRunCompleted,
        "thread.run.incomplete" => ThreadRunIncomplete,
        "thread.run.failed" => ThreadRunFailed,
        "thread.run.cancelling" => ThreadRunCancelling,
        "thread.run.cancelled" => ThreadRunCancelled,
        "thread.run.expired" => ThreadRunExpired,
        "thread.run.step.created" => ThreadRunStepCreated,
        "thread.run.step.in_progress" => ThreadRunStepInProgress,
        "thread.run.step.delta" => ThreadRunStepDelta,
        "thread.run.step.completed" => ThreadRunStepCompleted,
        "thread.run.step.failed" => ThreadRunStepFailed,
        "thread.run.step.cancelled" => ThreadRunStepCancelled,
        "thread.run.step.expired" => ThreadRunStepExpired,
        "thread.message.created" => ThreadMessageCreated,
        "thread.message.in_progress" => ThreadMessageInProgress,
        "thread.message.delta" => ThreadMessageDelta,
        "thread.message.completed" => ThreadMessageCompleted,
        "thread.message.incomplete" => ThreadMessageIncomplete,
        "error" => ErrorEvent,
    }
    match name {
        "done" => Ok(AssistantStreamEvent::Done(data.to_owned())),
        _ => with_payload(name, data),
    }
}

by_hand! { responses, ResponseStreamEvent,
    "response.created" => ResponseCreated,
    "response.in_progress" => ResponseInProgress,
    "response.completed" => ResponseCompleted,
    "response.failed" => ResponseFailed,
    "response.incomplete" => ResponseIncomplete,
    "response.output_item.added" => ResponseOutputItemAdded,
    "response.output_item.done" => ResponseOutputItemDone,
    "response.content_part.added" => ResponseContentPartAdded,
    "response.content_part.done" => ResponseContentPartDone,
    "response.output_text.delta" => ResponseOutputTextDelta,
    "response.output_text.done" => ResponseOutputTextDone,
    "response.refusal.delta" => ResponseRefusalDelta,
    "response.refusal.done" => ResponseRefusalDone,
    "response.function_call_arguments.delta" => ResponseFunctionCallArgumentsDelta,
    "response.function_call_arguments.done" => ResponseFunctionCallArgumentsDone,
    "response.file_search_call.in_progress" => ResponseFileSearchCallInProgress,
    "response.file_search_call.searching" => ResponseFileSearchCallSearching,
    "response.file_search_call.completed" => ResponseFileSearchCallCompleted,
    "response.web_search_call.in_progress" => ResponseWebSearchCallInProgress,
    "response.web_search_call.searching" => ResponseWebSearchCallSearching,
    "response.web_search_call.completed" => ResponseWebSearchCallCompleted,
    "response.reasoning_summary_part.added" => ResponseReasoningSummaryPartAdded,
    "response.reasoning_summary_part.done" => ResponseReasoningSummaryPartDone,
    "response.reasoning_summary_text.delta" => ResponseReasoningSummaryTextDelta,
    "response.reasoning_summary_text.done" => ResponseReasoningSummaryTextDone,
    "response.reasoning_text.delta" => ResponseReasoningTextDelta,
    "response.reasoning_text.done" => ResponseReasoningTextDone,
    "response.image_generation_call.completed" => ResponseImageGenerationCallCompleted,
    "response.image_generation_call.generating" => ResponseImageGenerationCallGenerating,
    "response.image_generation_call.in_progress" => ResponseImageGenerationCallInProgress,
    "response.image_generation_call.partial_image" => ResponseImageGenerationCallPartialImage,
    "response.mcp_call_arguments.delta" => ResponseMCPCallArgumentsDelta,
    "response.mcp_call_arguments.done" => ResponseMCPCallArgumentsDone,
    "response.mcp_call.completed" => ResponseMCPCallCompleted,
    "response.mcp_call.failed" => ResponseMCPCallFailed,
    "response.mcp_call.in_progress" => ResponseMCPCallInProgress,
    "response.mcp_list_tools.completed" => ResponseMCPListToolsCompleted,
    "response.mcp_list_tools.failed" => ResponseMCPListToolsFailed,
    "response.mcp_list_tools.in_progress" => ResponseMCPListToolsInProgress,
    "response.code_interpreter_call.in_progress" => ResponseCodeInterpreterCallInProgress,
    "response.code_interpreter_call.interpreting" => ResponseCodeInterpreterCallInterpreting,
    "response.code_interpreter_call.completed" => ResponseCodeInterpreterCallCompleted,
    "response.code_interpreter_call_code.delta" => ResponseCodeInterpreterCallCodeDelta,
    "response.code_interpreter_call_code.done" => ResponseCodeInterpreterCallCodeDone,
    "response.output_text.annotation.added" => ResponseOutputTextAnnotationAdded,
    "response.queued" => ResponseQueued,
    "response.custom_tool_call_input.delta" => ResponseCustomToolCallInputDelta,
    "response.custom_tool_call_input.done" => ResponseCustomToolCallInputDone,
    "error" => ResponseError,
}

/// The events with a payload; the two without are the same in every decoder.
pub fn anthropic(name: &str, data: &str) -> Result<Event, String> {
    by_hand! { with_payload, Event,
        "message_start" => MessageStart,
        "content_block_start" => ContentBlockStart,
        "content_block_delta" => ContentBlockDelta,
        "content_block_stop" => ContentBlockStop,
        "message_delta" => MessageDelta,
        "error" => Error,
    }
    match name {
        "ping" => Ok(Event::Ping),
        "message_stop" => Ok(Event::MessageStop),
        _ => with_payload(name, data),
    }
}
