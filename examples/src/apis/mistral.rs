//! Mistral: one enum for two endpoints. Chat chunks have no names and end with a sentinel; conversation events have
//! names and end with a terminal event. Content is a text or a list of parts.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// A chunk has neither a line nor a `type`, so its name is `message`.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]")]
pub enum MistralEvent {
    #[event("message")]
    Chunk { choices: Vec<Choice>, usage: Option<Usage> },

    #[event("conversation.response.started")]
    Started { conversation_id: String },
    #[event("message.output.delta")]
    OutputDelta {
        id: String,
        #[serde(default)]
        content_index: usize,
        content: Content,
    },
    #[event("tool.execution.started")]
    ToolStarted { id: String, name: String },
    #[event("tool.execution.delta")]
    ToolDelta { id: String, arguments: String },
    #[event("tool.execution.done")]
    ToolDone { id: String, name: String },
    #[event("agent.handoff.started")]
    HandoffStarted { id: String, previous_agent_name: String },
    #[event("agent.handoff.done")]
    HandoffDone { id: String, next_agent_name: String },
    #[event("function.call.delta")]
    FunctionCallDelta { tool_call_id: String, name: String, arguments: String },
    #[event("conversation.response.done", terminal)]
    Done { usage: Option<Usage> },
    #[event("conversation.response.error", error)]
    Error { code: i64, message: String },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Choice {
    pub index: usize,
    pub delta: Delta,
    pub finish_reason: Option<FinishReason>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Delta {
    pub content: Option<Content>,
    pub tool_calls: Option<Vec<ToolCall>>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Content {
    Text(String),
    Part(Part),
    Parts(Vec<Part>),
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Part {
    Text {
        text: String,
    },
    Thinking {
        thinking: Vec<Part>,
    },
    /// A result of a tool, with its source.
    ToolReference {
        title: String,
        url: Option<String>,
    },
    #[serde(other)]
    Other,
}

/// A complete call: its arguments do not arrive in pieces.
#[derive(Debug, Deserialize, PartialEq)]
pub struct ToolCall {
    pub id: Option<String>,
    pub function: Function,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Function {
    pub name: String,
    /// JSON as text.
    pub arguments: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum FinishReason {
    Stop,
    Length,
    ModelLength,
    ToolCalls,
    Error,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Usage {
    #[serde(rename = "prompt_tokens")]
    pub prompt: Option<u64>,
    #[serde(rename = "completion_tokens")]
    pub completion: Option<u64>,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    /// The streams of both endpoints, one after the other; each has its own end.
    const FIXTURE: &str = include_str!("mistral.sse");

    fn read(stream: &str) -> Vec<MistralEvent> {
        EventReader::new(stream.as_bytes()).collect::<Result<_, _>>().unwrap()
    }

    fn chunk(content: Option<Content>, tool_calls: Option<Vec<ToolCall>>) -> MistralEvent {
        let delta = Delta { content, tool_calls };
        MistralEvent::Chunk { choices: vec![Choice { index: 0, delta, finish_reason: None }], usage: None }
    }

    #[test]
    fn every_chunk_of_a_chat_is_read_up_to_the_sentinel() {
        let part = |text: &str| Part::Text { text: text.into() };
        let function = Function { name: "set_alarm".into(), arguments: "{\"at\":\"11:30\"}".into() };

        let expected = [
            chunk(
                Some(Content::Parts(vec![Part::Thinking { thinking: vec![part("Which harbour?")] }])),
                None,
            ),
            chunk(Some(Content::Text("High water is at noon.".into())), None),
            chunk(None, Some(vec![ToolCall { id: Some("call_1".into()), function }])),
            MistralEvent::Chunk {
                choices: vec![Choice {
                    index: 0,
                    delta: Delta { content: Some(Content::Text(String::new())), tool_calls: None },
                    finish_reason: Some(FinishReason::ToolCalls),
                }],
                usage: Some(Usage { prompt: Some(61), completion: Some(88) }),
            },
        ];
        assert_eq!(read(FIXTURE), expected);
    }

    #[test]
    fn every_event_of_a_conversation_is_read_up_to_the_terminal_one() {
        let (_, conversation) = FIXTURE.split_once("[DONE]\n\n").unwrap();
        let output = |content| MistralEvent::OutputDelta { id: "msg_1".into(), content_index: 0, content };
        let reference = Part::ToolReference {
            title: "Tides today".into(),
            url: Some("https://tides.example/today".into()),
        };
        let note = RawEventBuf::new("message.note", r#"{"type":"message.note"}"#);

        let expected = [
            MistralEvent::Started { conversation_id: "conv_1".into() },
            MistralEvent::HandoffStarted { id: "ho_1".into(), previous_agent_name: "pilot".into() },
            MistralEvent::HandoffDone { id: "ho_1".into(), next_agent_name: "clerk".into() },
            MistralEvent::ToolStarted { id: "tool_1".into(), name: "web_search".into() },
            MistralEvent::ToolDelta { id: "tool_1".into(), arguments: "{\"query\":\"tides\"}".into() },
            MistralEvent::ToolDone { id: "tool_1".into(), name: "web_search".into() },
            output(Content::Text("High water is at noon".into())),
            output(Content::Part(reference)),
            output(Content::Part(Part::Other)),
            MistralEvent::Unknown(note),
            MistralEvent::FunctionCallDelta {
                tool_call_id: "call_1".into(),
                name: "set_alarm".into(),
                arguments: "{}".into(),
            },
            MistralEvent::Done { usage: Some(Usage { prompt: Some(61), completion: Some(88) }) },
        ];
        assert_eq!(read(conversation), expected);
    }

    #[test]
    fn error_instead_of_the_end_is_not_a_truncation() {
        let (_, conversation) = FIXTURE.split_once("[DONE]\n\n").unwrap();
        let (started, _) = conversation.split_once("event: agent").unwrap();
        let error = r#"{"type":"conversation.response.error","code":3000,"message":"no such agent"}"#;
        let failed = read(&format!("{started}event: conversation.response.error\ndata: {error}\n\n"));

        assert_eq!(failed[1..], [MistralEvent::Error { code: 3000, message: "no such agent".into() }]);
        let cut: Vec<Result<MistralEvent, _>> = EventReader::new(started.as_bytes()).collect();
        assert!(matches!(cut[..], [Ok(_), Err(StreamError::Truncated)]));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        let call = r#"{"choices":[{"index":0,"delta":{"tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}}]}"#;
        let done = r#"{"type":"conversation.response.done","usage":{"prompt_tokens":1}}"#;
        assert_eq!(read(&format!("data: {call}\n\ndata: {done}\n\n")).len(), 2);
    }
}
