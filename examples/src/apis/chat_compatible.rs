//! Chat Completions of other servers: one unnamed kind of event, whose object may be a chunk, an error or both.
//!
//! Each server has additional keys, and none of OpenAI's keys that all servers keep names the event. Some servers
//! omit the `[DONE]`: a chunk with a finish reason completes the stream, and the usage may follow.

use serde::Deserialize;
use sse_event::SseEvent;

/// A server between the client and the model sends `{"type": "keepalive"}` while it waits.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("keepalive"))]
pub enum CompatibleChatEvent {
    #[event("message", complete = Chunk::is_finished)]
    Chunk(Chunk),
    /// Groq names its error event; other servers send it without a name, like a chunk, or within the last chunk.
    #[event("error", alias = "message", has_key = "error", error)]
    Error { error: ApiError, choices: Option<Vec<Choice>> },
}

#[derive(Debug, Deserialize)]
pub struct Chunk {
    /// Copilot starts with a chunk without choices.
    pub choices: Option<Vec<Choice>>,
    pub usage: Option<Usage>,
}

impl Chunk {
    pub fn is_finished(&self) -> bool {
        self.choices.iter().flatten().any(|choice| choice.finish_reason.is_some())
    }
}

#[derive(Debug, Deserialize)]
pub struct Choice {
    /// Azure's content filter sends chunks without a delta.
    pub delta: Option<Delta>,
    /// The values differ between servers.
    pub finish_reason: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Delta {
    pub content: Option<String>,
    #[serde(alias = "reasoning_content")]
    pub reasoning: Option<String>,
    /// Some servers send `null` without a call.
    pub tool_calls: Option<Vec<ToolCall>>,
}

#[derive(Debug, Deserialize)]
pub struct ToolCall {
    /// Some servers send complete calls, without an index.
    pub index: Option<usize>,
    /// Some servers repeat the ID with every piece, others omit it after the first.
    pub id: Option<String>,
    pub function: Option<Function>,
}

#[derive(Debug, Deserialize)]
pub struct Function {
    pub name: Option<String>,
    pub arguments: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub prompt_tokens: Option<u64>,
    pub completion_tokens: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub message: String,
    pub code: Option<Code>,
}

/// A word, or an HTTP status for a response that started with 200.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Code {
    Status(u16),
    Word(String),
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    fn read(stream: &str) -> Vec<Result<CompatibleChatEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn comments_and_keep_alives_are_not_events() {
        let events = read(include_str!("chat_compatible.sse"));
        let [chunks @ .., Ok(CompatibleChatEvent::Error { error, choices })] = &events[..] else {
            panic!("{events:?}");
        };
        let chunks: Vec<&Chunk> = chunks
            .iter()
            .map(|event| match event {
                Ok(CompatibleChatEvent::Chunk(chunk)) => chunk,
                event => panic!("{event:?}"),
            })
            .collect();
        assert_eq!(chunks.len(), 7);
        assert!(chunks[0].choices.as_ref().is_none_or(Vec::is_empty));
        let chosen = chunks[1..7].iter().filter_map(|chunk| chunk.choices.as_ref()?.first());
        let deltas: Vec<&Delta> = chosen.filter_map(|choice| choice.delta.as_ref()).collect();
        assert_eq!(deltas.len(), 6);
        let reasoning: String = deltas.iter().filter_map(|delta| delta.reasoning.as_deref()).collect();
        assert_eq!(reasoning, "A lake, in winter.");
        let calls: Vec<&ToolCall> =
            deltas.iter().filter_map(|delta| delta.tool_calls.as_deref()).flatten().collect();
        assert!(calls.iter().all(|call| call.index == Some(0)));
        assert_eq!((calls[0].id.as_deref(), calls[1].id.as_deref()), (Some("call_1"), None));
        let functions: Vec<&Function> = calls.iter().filter_map(|call| call.function.as_ref()).collect();
        assert_eq!(functions[0].name.as_deref(), Some("ice"));
        let arguments: String =
            functions.iter().filter_map(|function| function.arguments.as_deref()).collect();
        assert_eq!(arguments, r#"{"cm":true}"#);
        assert_eq!(deltas[4].content.as_deref(), Some("Thick"));

        let usage = chunks[6].usage.as_ref().expect("the usage");
        assert_eq!((usage.prompt_tokens, usage.completion_tokens), (Some(40), Some(9)));
        // The error arrived with a chunk, and the sentinel follows.
        let [Choice { finish_reason: Some(reason), .. }] = choices.as_deref().unwrap_or_default() else {
            panic!("{choices:?}")
        };
        assert_eq!(reason, "error");
        assert_eq!((&*error.message, &error.code), ("The provider went away", &Some(Code::Status(502))));
    }

    #[test]
    fn a_named_error_is_an_error_event() {
        let events = read(
            "event: error\ndata: {\"error\":{\"message\":\"Too long\",\"code\":\"context_length_exceeded\"}}\n\n",
        );
        let [Ok(event @ CompatibleChatEvent::Error { error, .. })] = &events[..] else {
            panic!("{events:?}")
        };
        assert!(event.is_error());
        assert_eq!(error.code, Some(Code::Word("context_length_exceeded".into())));
    }

    /// After this error, a stream that stops without its sentinel is not truncated.
    #[test]
    fn unnamed_error_is_an_error_event() {
        let events = read("data: {\"error\":{\"message\":\"Busy\"}}\n\n");
        let [Ok(event @ CompatibleChatEvent::Error { error, .. })] = &events[..] else {
            panic!("{events:?}")
        };
        assert!(event.is_error());
        assert_eq!(error.message, "Busy");
    }

    #[test]
    fn sentinel_may_be_missing_after_finish_reason() {
        let chunk =
            |reason| format!("data: {{\"choices\":[{{\"delta\":{{}},\"finish_reason\":{reason}}}]}}\n\n");
        let usage = "data: {\"usage\":{\"prompt_tokens\":1}}\n\n";
        assert!(read(&(chunk("\"stop\"") + usage)).iter().all(Result::is_ok));
        assert!(matches!(read(&(chunk("null") + usage)).last(), Some(Err(StreamError::Truncated))));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"choices":null,"usage":{"prompt_tokens":1,"total_tokens":1}}"#,
            r#"data: {"choices":[{"index":0,"finish_reason":null,"content_filter_offsets":{}}]}"#,
            r#"data: {"choices":[{"delta":{"tool_calls":[{"id":"call_1","function":{"name":"f"}},{"index":1}]}}]}"#,
            r#"data: {"choices":null,"error":{"message":"m"}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
