//! Gemini's `generateContent` (`alt=sse`): no event has a name and nothing marks the end, so that a chunk's keys say
//! what it is, an error among them.
//!
//! The enum cannot see a stream that is cut short: it is complete when a candidate has given its finish reason.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, PartialEq, SseEvent)]
pub(crate) enum GeminiEvent {
    #[event("message")]
    #[serde(rename_all = "camelCase")]
    Chunk {
        #[serde(default)]
        candidates: Vec<Candidate>,
        /// Says why there are no candidates.
        prompt_feedback: Option<PromptFeedback>,
        usage_metadata: Option<Usage>,
    },
    #[event("message", has = "error", error)]
    Error { error: ApiError },
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Candidate {
    #[serde(default)]
    pub(crate) content: Content,
    pub(crate) finish_reason: Option<FinishReason>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
pub(crate) struct Content {
    #[serde(default)]
    pub(crate) parts: Vec<Part>,
}

/// A union: one of the keys from `text` on is there.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Part {
    /// It is a summary of what the model thought.
    pub(crate) thought: bool,
    /// To be sent back with the part.
    pub(crate) thought_signature: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) inline_data: Option<Blob>,
    pub(crate) function_call: Option<FunctionCall>,
    pub(crate) executable_code: Option<ExecutableCode>,
    pub(crate) code_execution_result: Option<CodeExecutionResult>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Blob {
    pub(crate) mime_type: String,
    /// Base64.
    pub(crate) data: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct FunctionCall {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) args: serde_json::Value,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct ExecutableCode {
    pub(crate) code: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct CodeExecutionResult {
    pub(crate) outcome: String,
    #[serde(default)]
    pub(crate) output: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum FinishReason {
    Stop,
    MaxTokens,
    Safety,
    Recitation,
    MalformedFunctionCall,
    /// The API's own `OTHER`, and what is to come.
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PromptFeedback {
    pub(crate) block_reason: Option<String>,
}

/// The counts so far: each one replaces the one before. A count of nothing is left out.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub(crate) struct Usage {
    #[serde(rename = "promptTokenCount")]
    pub(crate) prompt: u64,
    #[serde(rename = "candidatesTokenCount")]
    pub(crate) candidates: u64,
    #[serde(rename = "thoughtsTokenCount")]
    pub(crate) thoughts: u64,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) code: u16,
    pub(crate) status: String,
    pub(crate) message: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::StreamError;

    use super::*;
    use crate::apis::decode;

    const FIXTURE: &str = include_str!("gemini.sse");

    fn chunk(parts: Vec<Part>, finish_reason: Option<FinishReason>) -> GeminiEvent {
        GeminiEvent::Chunk {
            candidates: vec![Candidate { content: Content { parts }, finish_reason }],
            prompt_feedback: None,
            usage_metadata: None,
        }
    }

    #[test]
    fn every_chunk_is_read() {
        let events: Result<Vec<GeminiEvent>, _> = decode(FIXTURE).into_iter().collect();
        let text = |text: &str| Part { text: Some(text.into()), ..Part::default() };
        let picture = Blob { mime_type: "image/png".into(), data: "iVBORw0=".into() };
        let call = FunctionCall { name: "set_alarm".into(), args: json!({"at": "11:30"}) };
        let code = ExecutableCode { code: "print(12 - 5)".into() };
        let result = CodeExecutionResult { outcome: "OUTCOME_OK".into(), output: "7\n".into() };

        let expected = [
            chunk(vec![Part { thought: true, ..text("Which harbour?") }], None),
            chunk(
                vec![
                    Part { executable_code: Some(code), ..Part::default() },
                    Part { code_execution_result: Some(result), ..Part::default() },
                ],
                None,
            ),
            chunk(vec![Part { inline_data: Some(picture), ..Part::default() }], None),
            chunk(
                vec![
                    text("High water is at noon."),
                    Part {
                        function_call: Some(call),
                        thought_signature: Some("c2lnbmVk".into()),
                        ..Part::default()
                    },
                ],
                Some(FinishReason::Stop),
            ),
            chunk(vec![], Some(FinishReason::Other)),
            GeminiEvent::Chunk {
                candidates: vec![],
                prompt_feedback: None,
                usage_metadata: Some(Usage { prompt: 9, candidates: 31, thoughts: 0 }),
            },
            GeminiEvent::Chunk {
                candidates: vec![],
                prompt_feedback: Some(PromptFeedback { block_reason: Some("SAFETY".into()) }),
                usage_metadata: None,
            },
            GeminiEvent::Error {
                error: ApiError { code: 503, status: "UNAVAILABLE".into(), message: "Busy".into() },
            },
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn only_a_cut_inside_a_chunk_is_seen() {
        let (first, _) = FIXTURE.split_once("\n\n").unwrap();

        assert!(matches!(decode::<GeminiEvent>(&format!("{first}\n\n"))[..], [Ok(_)]));
        assert!(matches!(decode::<GeminiEvent>(first)[..], [Err(StreamError::Truncated)]));
    }
}
