//! Anthropic's Messages as two client crates describe them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::SseEvent;

use super::{assert_same, assert_same_recorded};

/// Like async-anthropic: no `ping`, and usage alongside the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(rename_all = "snake_case", tag = "type")]
#[sse(encode)]
enum MessagesStreamEvent {
    MessageStart {
        message: MessageStart,
        usage: Option<Usage>,
    },
    ContentBlockStart {
        index: usize,
        content_block: Block,
    },
    ContentBlockDelta {
        index: usize,
        delta: BlockDelta,
    },
    ContentBlockStop {
        index: usize,
    },
    MessageDelta {
        delta: Stop,
        #[serde(default)]
        usage: Option<Usage>,
    },
    MessageStop,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct MessageStart {
    id: String,
    model: String,
    role: String,
    content: Vec<Block>,
    #[serde(default)]
    stop_reason: Option<String>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Usage {
    input_tokens: Option<u32>,
    output_tokens: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Block {
    ToolUse { id: String, input: Value, name: String },
    Text { text: String },
    Thinking { thinking: String, signature: Option<String> },
    RedactedThinking { data: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
enum BlockDelta {
    TextDelta { text: String },
    ThinkingDelta { thinking: String },
    SignatureDelta { signature: String },
    InputJsonDelta { partial_json: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Stop {
    stop_reason: Option<String>,
    stop_sequence: Option<String>,
}

/// Like misanthropic: text in `Cow`s, and events that only the client makes.
#[derive(Debug, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(rename_all = "snake_case", tag = "type")]
#[sse(encode)]
enum Event<'a> {
    Ping,
    MessageStart {
        message: Value,
    },
    ContentBlockStart {
        index: usize,
        content_block: Value,
    },
    ContentBlockDelta {
        index: usize,
        delta: Delta<'a>,
    },
    ContentBlockStop {
        index: usize,
    },
    MessageDelta {
        delta: StopOf<'a>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        usage: Option<Value>,
    },
    MessageStop,
    Message {
        message: Value,
    },
    ToolUse {
        tool_use: Value,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
enum Delta<'a> {
    #[serde(alias = "text_delta")]
    Text { text: Cow<'a, str> },
    #[serde(rename = "input_json_delta")]
    Json { partial_json: Cow<'a, str> },
    #[serde(rename = "thinking_delta")]
    Thought {
        thinking: Cow<'a, str>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signature: Option<Cow<'a, str>>,
    },
    #[serde(rename = "signature_delta")]
    Signature { signature: Cow<'a, str> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct StopOf<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    stop_reason: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop_sequence: Option<Cow<'a, str>>,
}

const EVENTS: [&str; 9] = [
    r#"{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"c","content":[],"stop_reason":null,"usage":{"input_tokens":9,"output_tokens":1}}}"#,
    r#"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
    r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi \u2713"}}"#,
    r#"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}"#,
    r#"{"type":"content_block_delta","index":2,"delta":{"type":"thinking_delta","thinking":"So"}}"#,
    r#"{"type":"content_block_delta","index":2,"delta":{"type":"signature_delta","signature":"x"}}"#,
    r#"{"type":"content_block_stop","index":0}"#,
    r#"{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":2}}"#,
    r#"{"type":"message_stop"}"#,
];

#[test]
fn enum_of_async_anthropic_decodes_as_in_serde() {
    assert_same::<MessagesStreamEvent>(&EVENTS);
    let recorded = assert_same_recorded::<MessagesStreamEvent>("anthropic");
    assert!(recorded.is_none_or(|count| count > 20));
}

#[test]
fn enum_of_misanthropic_decodes_as_in_serde() {
    let own = [
        r#"{"type":"ping"}"#,
        r#"{"type":"message","message":{"id":"m"}}"#,
        r#"{"type":"tool_use","tool_use":{"id":"t"}}"#,
    ];
    assert_same::<Event<'static>>(&[&EVENTS[..], &own].concat());
    let recorded = assert_same_recorded::<Event<'static>>("anthropic");
    assert!(recorded.is_none_or(|count| count > 20));
}
