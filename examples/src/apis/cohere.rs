//! Cohere's Chat (v2): the variants' names in kebab case are the events' names, and a generic type removes the object
//! that wraps all payloads.
//!
//! `message-end` completes the stream; the `[DONE]` after it is not read.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "kebab-case")]
pub enum CohereEvent {
    MessageStart {
        id: Option<String>,
    },
    ContentStart {
        index: usize,
        delta: Delta<HasContent>,
    },
    ContentDelta {
        index: usize,
        delta: Delta<HasContent>,
    },
    ContentEnd {
        index: usize,
    },
    ToolPlanDelta {
        delta: Delta<HasToolPlan>,
    },
    ToolCallStart {
        index: usize,
        delta: Delta<HasToolCall>,
    },
    ToolCallDelta {
        index: usize,
        delta: Delta<HasToolCall>,
    },
    ToolCallEnd {
        index: usize,
    },
    CitationStart {
        index: usize,
        delta: Delta<HasCitation>,
    },
    CitationEnd {
        index: usize,
    },
    #[event(terminal)]
    MessageEnd {
        delta: MessageEnd,
    },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Delta<T> {
    pub message: T,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct HasContent {
    pub content: Content,
}

/// A piece of the answer, or of the thinking before it.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Content {
    pub text: Option<String>,
    pub thinking: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct HasToolPlan {
    pub tool_plan: String,
}

/// One call, although the key is plural.
#[derive(Debug, Deserialize, PartialEq)]
pub struct HasToolCall {
    #[serde(rename = "tool_calls")]
    pub tool_call: ToolCall,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ToolCall {
    /// In the first event of a call.
    pub id: Option<String>,
    pub function: Function,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Function {
    /// In the first event of a call.
    pub name: Option<String>,
    /// A piece of a JSON text.
    pub arguments: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct HasCitation {
    #[serde(rename = "citations")]
    pub citation: Citation,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Citation {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct MessageEnd {
    pub finish_reason: Option<FinishReason>,
    pub error: Option<String>,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FinishReason {
    Complete,
    StopSequence,
    MaxTokens,
    ToolCall,
    Error,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Usage {
    pub tokens: Option<Tokens>,
}

/// The API defines these as floating-point numbers.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Tokens {
    #[serde(rename = "input_tokens")]
    pub input: f64,
    #[serde(rename = "output_tokens")]
    pub output: f64,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    const FIXTURE: &str = include_str!("cohere.sse");

    fn text(text: &str) -> Delta<HasContent> {
        Delta { message: HasContent { content: Content { text: Some(text.into()), thinking: None } } }
    }

    fn thinking(thinking: &str) -> Delta<HasContent> {
        Delta { message: HasContent { content: Content { text: None, thinking: Some(thinking.into()) } } }
    }

    fn call(id: Option<&str>, name: Option<&str>, arguments: &str) -> Delta<HasToolCall> {
        let function = Function { name: name.map(Into::into), arguments: Some(arguments.into()) };
        Delta { message: HasToolCall { tool_call: ToolCall { id: id.map(Into::into), function } } }
    }

    fn read(stream: &str) -> Vec<Result<CohereEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read_up_to_the_terminal_one() {
        let events: Result<Vec<CohereEvent>, _> = EventReader::new(FIXTURE.as_bytes()).collect();
        let plan = HasToolPlan { tool_plan: "I will look up the tide.".into() };
        let citation = HasCitation { citation: Citation { start: 14, end: 21, text: "at noon".into() } };
        let debug = r#"{"type":"debug","prompt":"<turn>"}"#;

        let expected = [
            CohereEvent::MessageStart { id: Some("m1".into()) },
            CohereEvent::ToolPlanDelta { delta: Delta { message: plan } },
            CohereEvent::ToolCallStart { index: 0, delta: call(Some("tide_1"), Some("tide"), "") },
            CohereEvent::ToolCallDelta { index: 0, delta: call(None, None, "{\"day\":1}") },
            CohereEvent::ToolCallEnd { index: 0 },
            CohereEvent::ContentStart { index: 0, delta: thinking("") },
            CohereEvent::ContentDelta { index: 0, delta: thinking("Which harbour?") },
            CohereEvent::ContentEnd { index: 0 },
            CohereEvent::ContentStart { index: 1, delta: text("") },
            CohereEvent::ContentDelta { index: 1, delta: text("High water is at noon.") },
            CohereEvent::CitationStart { index: 0, delta: Delta { message: citation } },
            CohereEvent::CitationEnd { index: 0 },
            CohereEvent::ContentEnd { index: 1 },
            CohereEvent::Unknown(RawEventBuf::new("debug", debug)),
            CohereEvent::MessageEnd {
                delta: MessageEnd {
                    finish_reason: Some(FinishReason::Complete),
                    error: None,
                    usage: Some(Usage { tokens: Some(Tokens { input: 61.0, output: 88.0 }) }),
                },
            },
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn stream_without_terminal_event_is_truncated() {
        let (begun, _) = FIXTURE.split_once("event: message-end").unwrap();

        assert!(matches!(read(begun).last(), Some(Err(StreamError::Truncated))));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"c","function":{"name":"f"}}}}}"#,
            r#"data: {"type":"message-end","delta":{}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
