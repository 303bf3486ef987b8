//! The AG-UI protocol as its own crate describes it, generic over the state.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::SseEvent;

use super::{assert_same, assert_same_recorded};

trait AgentState: Clone + Debug + PartialEq + Serialize + DeserializeOwned {}

impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned> AgentState for T {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE", bound(deserialize = ""))]
#[sse(encode)]
enum Event<StateT: AgentState = Value> {
    TextMessageStart(TextMessageStart),
    TextMessageContent(MessageDelta),
    TextMessageEnd(MessageEnd),
    TextMessageChunk(MessageChunk),
    ThinkingTextMessageStart(Bare),
    ThinkingTextMessageContent(ThinkingDelta),
    ThinkingTextMessageEnd(Bare),
    ToolCallStart(ToolCallStart),
    ToolCallArgs(ToolCallArgs),
    ToolCallEnd(ToolCallEnd),
    ToolCallChunk(ToolCallChunk),
    ToolCallResult(ToolCallResult),
    ThinkingStart(ThinkingStart),
    ThinkingEnd(Bare),
    StateSnapshot(StateSnapshot<StateT>),
    StateDelta(StateDelta),
    MessagesSnapshot(MessagesSnapshot),
    Raw(Raw),
    Custom(Custom),
    RunStarted(Run),
    RunFinished(RunFinished),
    RunError(RunError),
    StepStarted(Step),
    StepFinished(Step),
}

/// The fields of every event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Base {
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<f64>,
    #[serde(rename = "rawEvent", skip_serializing_if = "Option::is_none")]
    raw_event: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Role {
    User,
    Assistant,
    Tool,
}

impl Role {
    fn tool() -> Self {
        Self::Tool
    }
}

macro_rules! payload {
    ($($name:ident { $($(#[$attribute:meta])* $field:ident: $ty:ty),* $(,)? })*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct $name {
            #[serde(flatten)]
            base: Base,
            $($(#[$attribute])* $field: $ty,)*
        }
    )*};
}

payload! {
    Bare {}
    TextMessageStart { message_id: String, role: Role }
    MessageDelta { message_id: String, delta: String }
    MessageEnd { message_id: String }
    MessageChunk {
        #[serde(skip_serializing_if = "Option::is_none")] message_id: Option<String>,
        role: Role,
        #[serde(skip_serializing_if = "Option::is_none")] delta: Option<String>,
    }
    ThinkingDelta { delta: String }
    ThinkingStart { #[serde(skip_serializing_if = "Option::is_none")] title: Option<String> }
    ToolCallStart {
        tool_call_id: String,
        tool_call_name: String,
        #[serde(skip_serializing_if = "Option::is_none")] parent_message_id: Option<String>,
    }
    ToolCallArgs { tool_call_id: String, delta: String }
    ToolCallEnd { tool_call_id: String }
    ToolCallChunk {
        #[serde(skip_serializing_if = "Option::is_none")] tool_call_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")] tool_call_name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")] delta: Option<String>,
    }
    ToolCallResult {
        message_id: String,
        tool_call_id: String,
        content: String,
        #[serde(default = "Role::tool")] role: Role,
    }
    StateDelta { delta: Vec<Value> }
    MessagesSnapshot { messages: Vec<Value> }
    Raw { event: Value, #[serde(skip_serializing_if = "Option::is_none")] source: Option<String> }
    Custom { name: String, value: Value }
    Run { thread_id: String, run_id: String }
    RunFinished {
        thread_id: String,
        run_id: String,
        #[serde(skip_serializing_if = "Option::is_none")] result: Option<Value>,
    }
    RunError { message: String, #[serde(skip_serializing_if = "Option::is_none")] code: Option<String> }
    Step { step_name: String }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = ""))]
struct StateSnapshot<StateT: AgentState = Value> {
    #[serde(flatten)]
    base: Base,
    snapshot: StateT,
}

/// A state that cannot be a JSON value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Counter {
    count: u32,
}

const EVENTS: [&str; 26] = [
    r#"{"type":"TEXT_MESSAGE_START","messageId":"m","role":"assistant","timestamp":1.5}"#,
    r#"{"type":"TEXT_MESSAGE_CONTENT","messageId":"m","delta":"Hi"}"#,
    r#"{"type":"TEXT_MESSAGE_END","messageId":"m"}"#,
    r#"{"type":"TEXT_MESSAGE_CHUNK","role":"user","delta":"Hi"}"#,
    r#"{"type":"THINKING_TEXT_MESSAGE_START"}"#,
    r#"{"type":"THINKING_TEXT_MESSAGE_CONTENT","delta":"So"}"#,
    r#"{"type":"THINKING_TEXT_MESSAGE_END","rawEvent":{"type":"RAW"}}"#,
    r#"{"type":"TOOL_CALL_START","toolCallId":"t","toolCallName":"search"}"#,
    r#"{"type":"TOOL_CALL_START","toolCallId":"t","toolCallName":"search","parentMessageId":"m"}"#,
    r#"{"type":"TOOL_CALL_ARGS","toolCallId":"t","delta":"{\"q\":"}"#,
    r#"{"type":"TOOL_CALL_END","toolCallId":"t"}"#,
    r#"{"type":"TOOL_CALL_CHUNK","toolCallId":"t","delta":"}"}"#,
    r#"{"type":"TOOL_CALL_RESULT","messageId":"m","toolCallId":"t","content":"42"}"#,
    r#"{"type":"THINKING_START","title":"Plan"}"#,
    r#"{"type":"THINKING_END"}"#,
    r#"{"type":"STATE_SNAPSHOT","snapshot":{"count":7}}"#,
    r#"{"type":"STATE_DELTA","delta":[{"op":"add","path":"/a","value":1}]}"#,
    r#"{"type":"MESSAGES_SNAPSHOT","messages":[{"role":"user","content":"Hi"}]}"#,
    r#"{"type":"RAW","event":{"type":"RUN_ERROR"},"source":"x"}"#,
    r#"{"type":"CUSTOM","name":"n","value":null}"#,
    r#"{"type":"RUN_STARTED","threadId":"t","runId":"r"}"#,
    r#"{"type":"RUN_FINISHED","threadId":"t","runId":"r"}"#,
    r#"{"type":"RUN_FINISHED","threadId":"t","runId":"r","result":[1]}"#,
    r#"{"type":"RUN_ERROR","message":"down","code":"503"}"#,
    r#"{"type":"STEP_STARTED","stepName":"s"}"#,
    r#"{"type":"STEP_FINISHED","stepName":"s"}"#,
];

#[test]
fn enum_of_ag_ui_decodes_as_in_serde() {
    assert_same::<Event>(&EVENTS);
    assert_same::<Event<Counter>>(&EVENTS);
    let recorded = assert_same_recorded::<Event>("ag-ui");
    assert!(recorded.is_none_or(|count| count > 5));
}
