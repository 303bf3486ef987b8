//! The Chat Completions API: chunks without a name, and `[DONE]` at the end.

use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

use super::error::{ApiError, ErrorBody};
use super::prompt::{Answer, Prompt};
use super::{new_id, now};

#[derive(Debug, Deserialize)]
pub struct Request {
    model: String,
    #[serde(default)]
    stream: bool,
    stream_options: Option<StreamOptions>,
    messages: Prompt,
}

#[derive(Debug, Deserialize)]
struct StreamOptions {
    #[serde(default)]
    include_usage: bool,
}

#[derive(Debug, SseEvent)]
#[sse(encode, end = "[DONE]")]
pub enum ChatEvent {
    #[event("message", line = false)]
    Chunk(Chunk),
    #[event("error", error)]
    Error(ErrorBody),
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "object", rename = "chat.completion.chunk")]
pub struct Chunk {
    id: String,
    created: u64,
    model: String,
    choices: Vec<ChunkChoice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usage: Option<Usage>,
}

#[derive(Debug, Deserialize, Serialize)]
struct ChunkChoice {
    index: usize,
    delta: Delta,
    finish_reason: Option<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
struct Delta {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "object", rename = "chat.completion")]
pub struct Completion {
    id: String,
    created: u64,
    model: String,
    choices: [Choice; 1],
    usage: Usage,
}

#[derive(Debug, Serialize)]
struct Choice {
    index: usize,
    message: Message,
    finish_reason: String,
}

#[derive(Debug, Serialize)]
struct Message {
    role: String,
    content: String,
    refusal: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the API's")]
struct Usage {
    prompt_tokens: usize,
    completion_tokens: usize,
    total_tokens: usize,
}

impl From<&Answer> for Usage {
    fn from(&Answer { input_tokens, output_tokens, .. }: &Answer) -> Self {
        let total_tokens = input_tokens + output_tokens;
        Self { prompt_tokens: input_tokens, completion_tokens: output_tokens, total_tokens }
    }
}

impl super::Request for Request {
    type Event = ChatEvent;
    type Whole = Completion;

    fn model(&self) -> &str {
        &self.model
    }

    fn wants_stream(&self) -> bool {
        self.stream
    }

    /// The role, the words, the finish reason and, if it was requested, the usage.
    fn events(&self) -> Vec<ChatEvent> {
        let (id, created, answer) = (new_id("chatcmpl"), now(), self.messages.answer());
        let chunk = |choices, usage| {
            ChatEvent::Chunk(Chunk { id: id.clone(), created, model: self.model.clone(), choices, usage })
        };
        let choice = |delta, finish_reason| vec![ChunkChoice { index: 0, delta, finish_reason }];

        let role = Delta { role: Some("assistant".to_owned()), content: Some(String::new()) };
        let mut events = vec![chunk(choice(role, None), None)];
        events.extend(answer.deltas().map(|word| {
            let delta = Delta { role: None, content: Some(word) };
            chunk(choice(delta, None), None)
        }));
        events.push(chunk(choice(Delta::default(), Some("stop".to_owned())), None));
        if self.stream_options.as_ref().is_some_and(|options| options.include_usage) {
            events.push(chunk(Vec::new(), Some(Usage::from(&answer))));
        }
        events
    }

    fn failure(error: ApiError, _after: usize) -> ChatEvent {
        ChatEvent::Error(ErrorBody { error })
    }

    fn whole(&self) -> Completion {
        let answer = self.messages.answer();
        Completion {
            id: new_id("chatcmpl"),
            created: now(),
            model: self.model.clone(),
            usage: Usage::from(&answer),
            choices: [Choice {
                index: 0,
                message: Message { role: "assistant".to_owned(), content: answer.text, refusal: None },
                finish_reason: "stop".to_owned(),
            }],
        }
    }
}
