//! async-openai's streams of images and audio.

use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

use super::{assert_same, assert_same_recorded};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type")]
#[sse(encode)]
enum ImageGenStreamEvent {
    #[serde(rename = "image_generation.partial_image")]
    PartialImage(PartialImage),
    #[serde(rename = "image_generation.completed")]
    Completed(Completed),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type")]
#[sse(encode)]
enum ImageEditStreamEvent {
    #[serde(rename = "image_edit.partial_image")]
    PartialImage(PartialImage),
    #[serde(rename = "image_edit.completed")]
    Completed(Completed),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct PartialImage {
    b64_json: String,
    created_at: u64,
    size: Size,
    quality: Quality,
    background: Background,
    output_format: OutputFormat,
    partial_image_index: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Completed {
    b64_json: String,
    created_at: u64,
    size: Size,
    quality: Quality,
    background: Background,
    output_format: OutputFormat,
    usage: ImageUsage,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Size {
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "1024x1024")]
    S1024x1024,
    #[serde(untagged)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Quality {
    Low,
    Medium,
    High,
    Auto,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Background {
    Transparent,
    Opaque,
    Auto,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OutputFormat {
    Png,
    Jpeg,
    Webp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ImageUsage {
    input_tokens: u32,
    total_tokens: u32,
    output_tokens: u32,
    input_tokens_details: ImageInputUsage,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ImageInputUsage {
    text_tokens: u32,
    image_tokens: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type", rename_all = "snake_case")]
#[sse(encode)]
enum CreateSpeechResponseStreamEvent {
    #[serde(rename = "speech.audio.delta")]
    SpeechAudioDelta { audio: String },
    #[serde(rename = "speech.audio.done")]
    SpeechAudioDone(SpeechDone),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SpeechDone {
    usage: SpeechUsage,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SpeechUsage {
    input_tokens: u32,
    output_tokens: u32,
    total_tokens: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type")]
#[sse(encode)]
enum CreateTranscriptionResponseStreamEvent {
    #[serde(rename = "transcript.text.segment")]
    TranscriptTextSegment(Segment),
    #[serde(rename = "transcript.text.delta")]
    TranscriptTextDelta(TextDelta),
    #[serde(rename = "transcript.text.done")]
    TranscriptTextDone(TextDone),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Segment {
    id: String,
    start: f32,
    end: f32,
    text: String,
    speaker: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct TextDelta {
    delta: String,
    logprobs: Option<Vec<LogProb>>,
    segment_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct TextDone {
    text: String,
    logprobs: Option<Vec<LogProb>>,
    usage: serde_json::Value,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct LogProb {
    bytes: Vec<u8>,
    logprob: f64,
    token: String,
}

const PARTIAL: &str = r#""b64_json":"iVBORw0=","created_at":1,"size":"1024x1024","quality":"low","background":"opaque","output_format":"png","partial_image_index":1}"#;
const COMPLETED: &str = r#""b64_json":"iVBORw0=","created_at":2,"size":"2048x1024","quality":"auto","background":"transparent","output_format":"webp","usage":{"total_tokens":3,"input_tokens":1,"output_tokens":2,"input_tokens_details":{"text_tokens":1,"image_tokens":0}}}"#;

fn event(name: &str, rest: &str) -> String {
    format!(r#"{{"type":"{name}",{rest}"#)
}

#[test]
fn image_streams_decode_as_in_serde() {
    let [partial, completed] =
        [event("image_generation.partial_image", PARTIAL), event("image_generation.completed", COMPLETED)];
    assert_same::<ImageGenStreamEvent>(&[&partial, &completed]);
    let [partial, completed] =
        [event("image_edit.partial_image", PARTIAL), event("image_edit.completed", COMPLETED)];
    assert_same::<ImageEditStreamEvent>(&[&partial, &completed]);
    let recorded = assert_same_recorded::<ImageGenStreamEvent>("openai-images");
    assert!(recorded.is_none_or(|count| count > 0));
}

#[test]
fn audio_streams_decode_as_in_serde() {
    assert_same::<CreateSpeechResponseStreamEvent>(&[
        r#"{"type":"speech.audio.delta","audio":"SUQz"}"#,
        r#"{"type":"speech.audio.done","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3}}"#,
    ]);
    assert_same::<CreateTranscriptionResponseStreamEvent>(&[
        r#"{"type":"transcript.text.segment","id":"s","start":0.5,"end":2.25,"speaker":"A","text":"Late."}"#,
        r#"{"type":"transcript.text.delta","delta":"The"}"#,
        r#"{"type":"transcript.text.delta","delta":"!","logprobs":[{"token":"!","logprob":-0.5,"bytes":[33]}],"segment_id":"s"}"#,
        r#"{"type":"transcript.text.done","text":"Late.","usage":{"type":"tokens","total_tokens":38}}"#,
    ]);
    let recorded = assert_same_recorded::<CreateTranscriptionResponseStreamEvent>("openai-audio");
    assert!(recorded.is_none_or(|count| count > 0));
}
