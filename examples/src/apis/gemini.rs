//! Gemini's `generateContent` (`alt=sse`): events have no names. The keys of an object determine its kind, such as an
//! error.
//!
//! A stream is complete when a candidate has its finish reason, or when the prompt was blocked and the feedback has the
//! reason. Proxies append a `[DONE]`.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
pub enum GeminiEvent {
    #[event("message", complete = Self::is_finished)]
    #[serde(rename_all = "camelCase")]
    Chunk {
        #[serde(default)]
        candidates: Vec<Candidate>,
        /// Why the prompt was blocked; then the chunk has no candidates.
        prompt_feedback: Option<PromptFeedback>,
        usage_metadata: Option<Usage>,
    },
    #[event("message", has_key = "error", error)]
    Error { error: ApiError },
}

impl GeminiEvent {
    fn is_finished(&self) -> bool {
        let Self::Chunk { candidates, prompt_feedback, .. } = self else { return false };
        candidates.iter().any(|candidate| candidate.finish_reason.is_some())
            || prompt_feedback.as_ref().is_some_and(|feedback| feedback.block_reason.is_some())
    }
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    #[serde(default)]
    pub content: Content,
    pub finish_reason: Option<FinishReason>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
pub struct Content {
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// A union: one of the keys from `text` on is present.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", default)]
pub struct Part {
    /// Whether it is a summary of the model's thinking.
    pub thought: bool,
    /// Must be sent back with the part.
    pub thought_signature: Option<String>,
    pub text: Option<String>,
    pub inline_data: Option<Blob>,
    pub function_call: Option<FunctionCall>,
    pub executable_code: Option<ExecutableCode>,
    pub code_execution_result: Option<CodeExecutionResult>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Blob {
    pub mime_type: String,
    /// Base64.
    pub data: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct FunctionCall {
    pub name: String,
    #[serde(default)]
    pub args: serde_json::Value,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ExecutableCode {
    pub code: String,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct CodeExecutionResult {
    pub outcome: String,
    pub output: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FinishReason {
    Stop,
    MaxTokens,
    Safety,
    Recitation,
    MalformedFunctionCall,
    /// The API's own `OTHER`, and values of later versions.
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct PromptFeedback {
    pub block_reason: Option<String>,
}

/// The counts so far: each event replaces the previous counts. A zero is omitted.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Usage {
    #[serde(rename = "promptTokenCount")]
    pub prompt: u64,
    #[serde(rename = "candidatesTokenCount")]
    pub candidates: u64,
    #[serde(rename = "thoughtsTokenCount")]
    pub thoughts: u64,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ApiError {
    pub code: u16,
    pub status: Option<String>,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    const FIXTURE: &str = include_str!("gemini.sse");

    fn chunk(parts: Vec<Part>, finish_reason: Option<FinishReason>) -> GeminiEvent {
        GeminiEvent::Chunk {
            candidates: vec![Candidate { content: Content { parts }, finish_reason }],
            prompt_feedback: None,
            usage_metadata: None,
        }
    }

    fn read(stream: &str) -> Vec<Result<GeminiEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_chunk_is_read() {
        let events: Result<Vec<GeminiEvent>, _> = EventReader::new(FIXTURE.as_bytes()).collect();
        let text = |text: &str| Part { text: Some(text.into()), ..Part::default() };
        let picture = Blob { mime_type: "image/png".into(), data: "iVBORw0=".into() };
        let call = FunctionCall { name: "set_alarm".into(), args: json!({"at": "11:30"}) };
        let code = ExecutableCode { code: "print(12 - 5)".into() };
        let result = CodeExecutionResult { outcome: "OUTCOME_OK".into(), output: Some("7\n".into()) };

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
                error: ApiError { code: 503, status: Some("UNAVAILABLE".into()), message: "Busy".into() },
            },
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn stream_without_finish_reason_is_truncated() {
        let (first, _) = FIXTURE.split_once("\n\n").unwrap();
        let first = format!("{first}\n\n");
        assert!(matches!(read(&first)[..], [Ok(_), Err(StreamError::Truncated)]));
        for reason in
            [r#"{"candidates":[{"finishReason":"STOP"}]}"#, r#"{"promptFeedback":{"blockReason":"SAFETY"}}"#]
        {
            let finished = format!("{first}data: {reason}\n\n");
            for end in ["", "data: [DONE]\n\n"] {
                assert!(
                    matches!(&read(&format!("{finished}{end}"))[..], [Ok(_), Ok(last)] if last.is_complete())
                );
            }
        }
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"candidates":[{"content":{"parts":[{"codeExecutionResult":{"outcome":"OUTCOME_OK"}}]}}]}"#,
            r#"data: {"candidates":[{"finishReason":"STOP"}]}"#,
            r#"data: {"error":{"code":503,"message":"m"}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
