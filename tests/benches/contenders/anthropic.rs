//! Events like those of Anthropic's Messages, with owned payloads and with payloads that borrow from the data.
#![allow(dead_code, reason = "payloads are decoded, not read")]

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Deserialize)]
pub struct Index {
    index: u32,
}

#[derive(Deserialize)]
pub struct OutputUsage {
    output_tokens: u32,
}

#[derive(Deserialize)]
pub struct Usage {
    input_tokens: u32,
    output_tokens: u32,
}

/// One enum, decoded by our derive and by serde's.
#[derive(Deserialize, SseEvent)]
#[serde(tag = "type", rename_all = "snake_case")]
#[sse(tag = "type")]
pub enum Event {
    #[event("message_start")]
    MessageStart(MessageStart),
    #[event("content_block_start")]
    ContentBlockStart(ContentBlockStart),
    #[event("ping")]
    Ping,
    #[event("content_block_delta")]
    ContentBlockDelta(ContentBlockDelta),
    #[event("content_block_stop")]
    ContentBlockStop(Index),
    #[event("message_delta")]
    MessageDelta(MessageDelta),
    #[event("message_stop", terminal)]
    MessageStop,
    #[event("error", error)]
    Error(ApiError),
}

#[derive(Deserialize)]
pub struct MessageStart {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    id: String,
    role: String,
    model: String,
    content: Vec<ContentBlock>,
    stop_reason: Option<String>,
    stop_sequence: Option<String>,
    usage: Usage,
}

#[derive(Deserialize)]
pub struct ContentBlockStart {
    index: u32,
    content_block: ContentBlock,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum ContentBlock {
    Text { text: String },
    ToolUse { id: String, name: String },
}

#[derive(Deserialize)]
pub struct ContentBlockDelta {
    index: u32,
    delta: Delta,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Delta {
    TextDelta { text: String },
    InputJsonDelta { partial_json: String },
}

#[derive(Deserialize)]
pub struct MessageDelta {
    delta: StopReason,
    usage: OutputUsage,
}

#[derive(Deserialize)]
struct StopReason {
    stop_reason: Option<String>,
    stop_sequence: Option<String>,
}

#[derive(Deserialize)]
pub struct ApiError {
    error: ErrorObject,
}

#[derive(Deserialize)]
struct ErrorObject {
    r#type: String,
    message: String,
}

/// The same events with another type for the deltas.
#[derive(SseEvent)]
#[sse(tag = "type", rename_all = "snake_case")]
pub enum EventOf<D> {
    MessageStart(MessageStart),
    ContentBlockStart(ContentBlockStart),
    Ping,
    ContentBlockDelta(ContentBlockDeltaOf<D>),
    ContentBlockStop(Index),
    MessageDelta(MessageDelta),
    #[event(terminal)]
    MessageStop,
}

#[derive(Deserialize)]
pub struct ContentBlockDeltaOf<D> {
    index: u32,
    delta: D,
}

/// The deltas as a union, with our derive.
#[derive(SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum UnionDelta {
    TextDelta { text: String },
    InputJsonDelta { partial_json: String },
}

/// The deltas as one struct.
#[derive(Deserialize)]
pub struct FlatDelta {
    text: Option<String>,
    partial_json: Option<String>,
}

/// The deltas, which are most of a stream, with borrowed payloads.
pub mod borrowed {
    use std::borrow::Cow;

    use serde::Deserialize;
    use serde_json::value::RawValue;
    use sse_event::SseEvent;

    use super::Index;

    #[derive(SseEvent)]
    #[sse(tag = "type")]
    pub enum Event<'a> {
        #[event("message_start")]
        MessageStart {
            #[serde(borrow)]
            message: &'a RawValue,
        },
        #[event("content_block_start")]
        ContentBlockStart {
            index: u32,
            #[serde(borrow)]
            content_block: &'a RawValue,
        },
        #[event("ping")]
        Ping,
        #[event("content_block_delta")]
        ContentBlockDelta {
            index: u32,
            #[serde(borrow)]
            delta: Delta<'a>,
        },
        #[event("content_block_stop")]
        ContentBlockStop(Index),
        #[event("message_delta")]
        MessageDelta {
            #[serde(borrow)]
            delta: &'a RawValue,
        },
        #[event("message_stop", terminal)]
        MessageStop,
    }

    #[derive(Deserialize)]
    #[serde(tag = "type", rename_all = "snake_case")]
    pub enum Delta<'a> {
        TextDelta {
            #[serde(borrow)]
            text: Cow<'a, str>,
        },
        InputJsonDelta {
            #[serde(borrow)]
            partial_json: Cow<'a, str>,
        },
    }
}
