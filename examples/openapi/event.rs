//! What the server streams.

use schemars::JsonSchema;
use serde::Serialize;
use sse_event::SseEvent;

/// An answer, piece by piece.
#[derive(Debug, SseEvent)]
#[sse(encode_only, schema, end = "[DONE]")]
pub(crate) enum AnswerEvent {
    /// The next piece of the text.
    #[event("delta")]
    Delta {
        /// Never empty.
        text: String,
        /// Of which answer, if there are several.
        index: Option<u32>,
    },
    /// What the answer has cost.
    #[event("usage")]
    Usage(Usage),
    #[event("error", error)]
    Failed { message: String },
}

#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Usage {
    pub(crate) input_tokens: u64,
    pub(crate) output_tokens: u64,
}

/// The stream that the server sends for an answer: there is one.
pub(crate) fn script(number: u32) -> Vec<AnswerEvent> {
    if number != 1 {
        return vec![AnswerEvent::Failed { message: format!("there is no answer {number}") }];
    }
    let delta = |text: &str| AnswerEvent::Delta { text: text.to_owned(), index: None };
    let usage = AnswerEvent::Usage(Usage { input_tokens: 5, output_tokens: 2 });
    vec![delta("Hello, "), delta("world!"), usage]
}
