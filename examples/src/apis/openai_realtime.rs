//! OpenAI Realtime: each message of a WebSocket is an event, named by `type`. A gateway that holds the WebSocket
//! forwards the events to browsers as server-sent events: one enum reads the messages, writes the events and reads
//! them.

use serde::{Deserialize, Serialize};
use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", encode, deserialize, serialize)]
pub enum RealtimeEvent {
    #[event("session.created", alias = "session.updated")]
    Session { session: Session },
    #[event("input_audio_buffer.speech_started")]
    SpeechStarted { audio_start_ms: u64, item_id: String },
    #[event("conversation.item.done", alias = "conversation.item.added")]
    Item { item: Item },
    #[event("response.output_text.delta")]
    TextDelta { item_id: String, delta: String },
    #[event("response.output_audio_transcript.delta")]
    TranscriptDelta { item_id: String, delta: String },
    #[event("response.output_audio.delta")]
    AudioDelta { item_id: String, delta: String },
    #[event("response.function_call_arguments.done")]
    Arguments { call_id: String, name: Option<String>, arguments: String },
    #[event("response.done")]
    Response { response: Response },
    #[event("error", error)]
    Error { error: ApiError },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Session {
    pub id: String,
    pub model: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Response {
    pub id: String,
    pub status: String,
    pub output: Vec<Item>,
}

/// A part of a conversation: a union in a union's payload.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize, serialize)]
pub enum Item {
    Message {
        id: String,
        role: String,
        content: Vec<Content>,
    },
    FunctionCall {
        id: String,
        call_id: String,
        name: String,
        arguments: String,
    },
    FunctionCallOutput {
        id: String,
        call_id: String,
        output: String,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize, serialize)]
pub enum Content {
    #[event("output_text", alias = "input_text")]
    Text { text: String },
    #[event("output_audio", alias = "input_audio")]
    Audio { transcript: Option<String> },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct ApiError {
    pub code: Option<String>,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::EncodeEvent as _;
    use sse_event::reader::EventReader;

    use super::*;

    const FIXTURE: &str = include_str!("openai_realtime.sse");

    fn events() -> Vec<RealtimeEvent> {
        EventReader::new(FIXTURE.as_bytes()).collect::<Result<_, _>>().expect("every event is valid")
    }

    #[test]
    fn every_event_has_its_payload() {
        let [
            RealtimeEvent::Session { session },
            RealtimeEvent::SpeechStarted { audio_start_ms: 240, .. },
            RealtimeEvent::Item { item: Item::Message { content: question, .. } },
            RealtimeEvent::TextDelta { delta: text, .. },
            RealtimeEvent::TranscriptDelta { delta: transcript, .. },
            RealtimeEvent::AudioDelta { delta: audio, .. },
            RealtimeEvent::Arguments { name: Some(name), arguments, .. },
            RealtimeEvent::Response { response },
            RealtimeEvent::Unknown(limits),
            RealtimeEvent::Error { error },
        ] = &events()[..]
        else {
            panic!("{:#?}", events())
        };
        assert_eq!(session.model, "gpt-realtime");
        assert_eq!(question[..], [Content::Audio { transcript: Some("Is it low water?".into()) }]);
        assert_eq!((&**text, &**transcript, &**audio), ("At six", "At ", "UklGRg=="));
        assert_eq!((&**name, &**arguments), ("tide", r#"{"at":"six"}"#));
        let [
            Item::Message { content, .. },
            Item::FunctionCall { name, .. },
            Item::FunctionCallOutput { output, .. },
            Item::Other(later),
        ] = &response.output[..]
        else {
            panic!("{response:#?}")
        };
        assert!(matches!(&content[..], [Content::Text { text }, Content::Other(_)] if text == "At six."));
        assert_eq!((&**name, &**output), ("tide", "0.4 m"));
        assert_eq!(Item::Other(later.clone()).event_type(), "mcp_call");
        assert_eq!(RealtimeEvent::Unknown(limits.clone()).event_type(), "rate_limits.updated");
        assert_eq!(error.code.as_deref(), Some("session_expired"));
    }

    /// The data of the events is equal to the messages of the WebSocket.
    #[test]
    fn messages_and_events_are_the_same() {
        let messages = FIXTURE.lines().filter_map(|line| line.strip_prefix("data: "));
        for (message, event) in messages.zip(events()) {
            let of_message: RealtimeEvent = serde_json::from_str(message).unwrap();
            let written = serde_json::to_string(&of_message).unwrap();
            if !matches!(event, RealtimeEvent::Unknown(_)) {
                assert_eq!(of_message, event);
                assert_eq!(event.encode().unwrap(), RawEventBuf::new(event.event_type(), written));
            }
        }
    }
}
