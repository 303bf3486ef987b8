//! Anthropic Messages: later additions are not errors. Unknown events go to the variant `other`, unknown parts of a
//! payload to the `other` variants of unions, which are derived too, so that no delta is buffered.
//!
//! Each event has its name both in its line and in `type`. The second is used if a proxy has dropped the line.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", ignore("ping"))]
pub enum AnthropicEvent {
    #[event("message_start")]
    MessageStart { message: Message },
    #[event("content_block_start")]
    BlockStart { index: usize, content_block: Block },
    #[event("content_block_delta")]
    BlockDelta { index: usize, delta: Delta },
    #[event("content_block_stop")]
    BlockStop { index: usize },
    #[event("message_delta")]
    MessageDelta { delta: MessageDelta, usage: Option<Usage> },
    #[event("message_stop", terminal)]
    MessageStop,
    #[event("error", error)]
    Error { error: ApiError, request_id: Option<String> },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Message {
    pub id: String,
    pub model: String,
    /// Servers that imitate the API omit it.
    pub usage: Option<Usage>,
}

/// The counts so far: each event replaces the previous counts.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Usage {
    pub input_tokens: Option<u64>,
    pub output_tokens: Option<u64>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum Block {
    Text {
        text: String,
    },
    Thinking {
        thinking: String,
    },
    RedactedThinking {
        data: String,
    },
    /// The client must run this tool. Its input follows as `Delta::InputJson` events.
    ToolUse {
        id: String,
        name: String,
    },
    /// The server runs these tools itself.
    #[event("server_tool_use", alias = "mcp_tool_use")]
    ServerToolUse {
        id: String,
        name: String,
    },
    /// The results of the server's tools, with one type per tool, and types of later versions.
    #[event(other)]
    Other,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", deserialize)]
pub enum Delta {
    #[event("text_delta")]
    Text { text: String },
    /// A piece of a JSON text, which is complete when the block stops.
    #[event("input_json_delta")]
    InputJson { partial_json: String },
    #[event("thinking_delta")]
    Thinking { thinking: String },
    #[event("signature_delta")]
    Signature { signature: String },
    #[event("citations_delta")]
    Citations { citation: Citation },
    #[event(other)]
    Other,
}

/// The common parts of the five kinds of citation, and the URL or title that two of them have.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Citation {
    pub cited_text: String,
    pub document_title: Option<String>,
    pub url: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct MessageDelta {
    pub stop_reason: Option<StopReason>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    EndTurn,
    MaxTokens,
    StopSequence,
    ToolUse,
    PauseTurn,
    Refusal,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ApiError {
    #[serde(rename = "type")]
    pub kind: String,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    const FIXTURE: &str = include_str!("anthropic.sse");

    fn start(index: usize, content_block: Block) -> AnthropicEvent {
        AnthropicEvent::BlockStart { index, content_block }
    }

    fn delta(index: usize, delta: Delta) -> AnthropicEvent {
        AnthropicEvent::BlockDelta { index, delta }
    }

    fn stop(index: usize) -> AnthropicEvent {
        AnthropicEvent::BlockStop { index }
    }

    fn read(stream: &str) -> Vec<Result<AnthropicEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read() {
        let events: Result<Vec<AnthropicEvent>, _> = EventReader::new(FIXTURE.as_bytes()).collect();
        let usage =
            |input_tokens, output_tokens| Some(Usage { input_tokens, output_tokens: Some(output_tokens) });
        let message =
            Message { id: "msg_1".into(), model: "claude-opus-4-6".into(), usage: usage(Some(61), 1) };
        let text = |text: &str| Delta::Text { text: text.into() };
        let json = |json: &str| Delta::InputJson { partial_json: json.into() };
        let in_document =
            Citation { cited_text: "HW 12:04".into(), document_title: Some("Almanac".into()), url: None };
        let on_the_web = Citation {
            cited_text: "noon tide".into(),
            document_title: None,
            url: Some("https://tides.example/today".into()),
        };
        let note = RawEventBuf::new("message_note", r#"{"type":"message_note","note":"of a later version"}"#);

        let expected = [
            AnthropicEvent::MessageStart { message },
            start(0, Block::Thinking { thinking: String::new() }),
            delta(0, Delta::Thinking { thinking: "Which harbour?".into() }),
            delta(0, Delta::Signature { signature: "c2lnbmVk".into() }),
            stop(0),
            start(1, Block::RedactedThinking { data: "aGlkZGVu".into() }),
            stop(1),
            start(2, Block::ServerToolUse { id: "srvtoolu_1".into(), name: "web_search".into() }),
            delta(2, json("{\"query\":")),
            delta(2, json(" \"tides\"}")),
            stop(2),
            start(3, Block::Other),
            stop(3),
            start(4, Block::ServerToolUse { id: "mcptoolu_1".into(), name: "tide_at".into() }),
            stop(4),
            start(5, Block::Text { text: String::new() }),
            delta(5, text("High water is at noon")),
            delta(5, Delta::Citations { citation: in_document }),
            delta(5, Delta::Citations { citation: on_the_web }),
            delta(5, Delta::Other),
            stop(5),
            start(6, Block::ToolUse { id: "toolu_1".into(), name: "set_alarm".into() }),
            delta(6, json("{\"at\":\"11:30\"}")),
            stop(6),
            AnthropicEvent::Unknown(note),
            AnthropicEvent::MessageDelta {
                delta: MessageDelta { stop_reason: Some(StopReason::ToolUse) },
                usage: usage(None, 88),
            },
            AnthropicEvent::MessageStop,
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn message_ends_complete_or_with_an_error_or_is_truncated() {
        let (begun, _) = FIXTURE.split_once("event: content_block_delta").unwrap();
        let error =
            r#"{"type":"error","error":{"type":"overloaded_error","message":"Busy"},"request_id":"req_1"}"#;
        let failed = read(&format!("{begun}event: error\ndata: {error}\n\n"));
        let error = ApiError { kind: "overloaded_error".into(), message: "Busy".into() };
        let error = AnthropicEvent::Error { error, request_id: Some("req_1".into()) };

        assert!(matches!(&failed[..], [Ok(_), Ok(_), Ok(last)] if *last == error));
        assert!(matches!(read(begun)[..], [Ok(_), Ok(_), Err(StreamError::Truncated)]));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"type":"message_start","message":{"id":"m","model":"m"}}"#,
            r#"data: {"type":"message_start","message":{"id":"m","model":"m","usage":{"input_tokens":1}}}"#,
            r#"data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}"#,
            r#"data: {"type":"message_delta","delta":{"stop_reason":null},"usage":null}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
