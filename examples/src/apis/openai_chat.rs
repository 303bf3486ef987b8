//! OpenAI Chat Completions: the tag is `object`, a key with another purpose. An object without it is the error.
//!
//! A chunk with a finish reason completes the stream, and the usage and `[DONE]` may follow. For servers that omit
//! `object`, or report an error inside a chunk, use `chat_compatible`.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(tag = "object", end = "[DONE]")]
pub enum ChatEvent {
    #[event("chat.completion.chunk", complete = Chunk::is_finished)]
    Chunk(Chunk),
    /// `{"error": {…}}` has no name anywhere, so its name is `message`. It comes with or without a `[DONE]`.
    #[event("message", error)]
    Error { error: ApiError },
}

#[derive(Debug, Deserialize)]
pub struct Chunk {
    pub id: String,
    pub model: String,
    /// Empty in the chunk with the usage.
    pub choices: Vec<Choice>,
    /// In the last chunk, if it was requested.
    pub usage: Option<Usage>,
}

impl Chunk {
    /// Whether a choice is complete. If there are several (`n`), each is completed by a separate chunk.
    pub fn is_finished(&self) -> bool {
        self.choices.iter().any(|choice| choice.finish_reason.is_some())
    }
}

#[derive(Debug, Deserialize)]
pub struct Choice {
    pub index: usize,
    pub delta: Delta,
    pub finish_reason: Option<FinishReason>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum FinishReason {
    Stop,
    Length,
    ToolCalls,
    ContentFilter,
    FunctionCall,
    #[serde(other)]
    Other,
}

/// An addition to a message.
#[derive(Debug, Deserialize)]
pub struct Delta {
    /// In the first chunk.
    pub role: Option<String>,
    pub content: Option<String>,
    pub refusal: Option<String>,
    pub tool_calls: Option<Vec<ToolCall>>,
}

/// A piece of a tool call; the pieces of one call share the index, and the first has the ID and the name.
#[derive(Debug, Deserialize)]
pub struct ToolCall {
    pub index: usize,
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
    pub prompt_tokens: u64,
    pub completion_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub message: String,
    pub r#type: Option<String>,
    pub code: Option<String>,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    fn chunks() -> Vec<Chunk> {
        let events = read(include_str!("openai_chat.sse")).into_iter();
        events
            .map(|event| match event {
                Ok(ChatEvent::Chunk(chunk)) => chunk,
                event => panic!("{event:?}"),
            })
            .collect()
    }

    fn read(stream: &str) -> Vec<Result<ChatEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn the_chunks_make_a_text_and_a_call() {
        let chunks = chunks();
        assert!(chunks.iter().all(|chunk| chunk.id == "chatcmpl-Seegfroerni" && chunk.model == "gpt-4.1"));
        let choices: Vec<&Choice> = chunks.iter().flat_map(|chunk| &chunk.choices).collect();
        assert_eq!((chunks.len(), choices.len()), (8, 7));
        assert!(choices.iter().all(|choice| choice.index == 0 && choice.delta.refusal.is_none()));
        assert_eq!(choices[0].delta.role.as_deref(), Some("assistant"));
        let text: String = choices.iter().filter_map(|choice| choice.delta.content.as_deref()).collect();
        assert_eq!(text, "Let me look at the ice.");

        let calls: Vec<&ToolCall> =
            choices.iter().filter_map(|choice| choice.delta.tool_calls.as_ref()).flatten().collect();
        assert!(calls.iter().all(|call| call.index == 0));
        assert_eq!(calls[0].id.as_deref(), Some("call_Eis1"));
        let functions: Vec<&Function> = calls.iter().filter_map(|call| call.function.as_ref()).collect();
        assert_eq!(functions[0].name.as_deref(), Some("ice_thickness"));
        let arguments: String =
            functions.iter().filter_map(|function| function.arguments.as_deref()).collect();
        assert_eq!(arguments, r#"{"lake":"Pfäffikersee"}"#);
    }

    #[test]
    fn last_chunks_have_finish_reason_and_usage() {
        let chunks = chunks();
        assert_eq!(chunks[6].choices[0].finish_reason, Some(FinishReason::ToolCalls));
        let usage = chunks[7].usage.as_ref().expect("the usage");
        assert_eq!((usage.prompt_tokens, usage.completion_tokens), (61, 22));
    }

    const ERROR: &str =
        r#"{"error":{"message":"The model is overloaded","type":"server_error","param":null,"code":null}}"#;

    #[test]
    fn error_object_is_an_error_event_and_not_a_truncation() {
        for end in ["", "data: [DONE]\n\n"] {
            let events = read(&format!("data: {ERROR}\n\n{end}"));
            let [Ok(event @ ChatEvent::Error { error })] = &events[..] else { panic!("{events:?}") };
            assert!(event.is_error());
            assert_eq!(
                (&*error.message, error.r#type.as_deref()),
                ("The model is overloaded", Some("server_error"))
            );
            assert_eq!(error.code, None);
        }
    }

    #[test]
    fn stream_without_finish_reason_is_truncated() {
        let script = include_str!("openai_chat.sse").replace("data: [DONE]\n", "");
        assert!(matches!(read(&script).last(), Some(Ok(ChatEvent::Chunk(Chunk { usage: Some(_), .. })))));
        let blocks: Vec<&str> = script.split_inclusive("\n\n").collect();
        assert!(matches!(read(&blocks[..7].concat()).last(), Some(Ok(event)) if event.is_complete()));
        assert!(matches!(read(&blocks[..6].concat()).last(), Some(Err(StreamError::Truncated))));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"object":"chat.completion.chunk","id":"c","model":"m","choices":[{"index":0,"delta":{"tool_calls":null}}]}"#,
            r#"data: {"object":"chat.completion.chunk","id":"c","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":null}}]}}]}"#,
            r#"data: {"object":"chat.completion.chunk","id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"of_a_later_version"}]}"#,
            r#"data: {"error":{"message":"m","type":null}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
