//! OpenAI Completions, the legacy API: the smallest enum, one unnamed event and a sentinel.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(end = "[DONE]")]
pub enum CompletionEvent {
    #[event("message")]
    Chunk { id: String, choices: Vec<Choice>, usage: Option<Usage> },
}

#[derive(Debug, Deserialize)]
pub struct Choice {
    pub index: usize,
    pub text: String,
    pub finish_reason: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub total_tokens: u64,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{ErrorKind, StreamError};

    use super::*;

    fn read(stream: &str) -> Vec<Result<CompletionEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn the_chunks_of_two_choices_are_mixed() {
        let mut texts = [String::new(), String::new()];
        let mut reasons = Vec::new();
        let mut total = None;
        for event in read(include_str!("openai_completions.sse")) {
            let CompletionEvent::Chunk { id, choices, usage } = event.expect("a chunk");
            assert_eq!(id, "cmpl-Moewe");
            for Choice { index, text, finish_reason } in choices {
                texts[index] += &text;
                reasons.extend(finish_reason);
            }
            total = usage.map(|usage| usage.total_tokens).or(total);
        }
        assert_eq!(texts, ["\n\nA gull waits.", "\n\nTwo swans"]);
        assert_eq!((reasons, total), (vec!["length".to_owned(), "stop".to_owned()], Some(19)));
    }

    /// Here the error object is a malformed chunk, and the error contains its text; `openai_chat` decodes it as an
    /// event.
    #[test]
    fn an_error_object_is_kept_in_the_error() {
        let object = r#"{"error":{"message":"The engine is overloaded"}}"#;
        let events = read(&format!("data: {object}\n\ndata: [DONE]\n\n"));
        let [Err(StreamError::Decode(error))] = &events[..] else { panic!("{events:?}") };
        assert_eq!((error.kind(), error.raw_event().data), (ErrorKind::Payload, object));
    }
}
