//! OpenAI Audio: a payload has another `type`, in an object below the `type` that names the event.

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of `audio/transcriptions` and `audio/speech`. Transcriptions also send the sentinel, after their last
/// event.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]")]
pub enum AudioEvent {
    #[event("transcript.text.delta")]
    TextDelta { delta: String, segment_id: Option<String> },
    /// The text with its speaker, in a diarized transcription.
    #[event("transcript.text.segment")]
    TextSegment { id: String, start: f64, end: f64, speaker: String, text: String },
    #[event("transcript.text.done", terminal)]
    TextDone { text: String, usage: Option<Usage> },
    /// A piece of the audio, in base64.
    #[event("speech.audio.delta")]
    AudioDelta { audio: String },
    #[event("speech.audio.done", terminal)]
    AudioDone { usage: Option<TokenUsage> },
}

/// The usage by tokens, or by the length of the audio.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Usage {
    Tokens(TokenUsage),
    Duration { seconds: f64 },
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct TokenUsage {
    pub input_tokens: u64,
    pub output_tokens: u64,
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, Read as _};

    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, StreamError};

    use super::*;

    const STREAMS: &str = include_str!("openai_audio.sse");

    fn read(stream: &str) -> Vec<Result<AudioEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn a_transcription_ends_with_its_text() {
        let events = read(STREAMS);
        let [
            Ok(AudioEvent::TextDelta { delta: first, segment_id: Some(of_first) }),
            Ok(AudioEvent::TextDelta { delta: second, segment_id: Some(of_second) }),
            Ok(AudioEvent::TextSegment { id, start, end, speaker, text: segment }),
            Ok(AudioEvent::TextDone { text, usage: Some(usage) }),
        ] = &events[..]
        else {
            panic!("{events:?}");
        };
        assert_eq!((of_first, of_second), (id, id));
        assert_eq!((&(first.clone() + second), segment), (text, text));
        assert_eq!((&**text, &**speaker), ("The ferry is late.", "A"));
        assert_eq!(format!("{start} to {end}"), "0.5 to 2.25");
        assert_eq!(usage, &Usage::Tokens(TokenUsage { input_tokens: 31, output_tokens: 7 }));
    }

    #[test]
    fn speech_ends_with_its_usage() {
        let (_, speech) = STREAMS.split_once("[DONE]\n\n").expect("two streams");
        let events = read(speech);
        let [
            Ok(AudioEvent::AudioDelta { audio: first }),
            Ok(AudioEvent::AudioDelta { audio: second }),
            Ok(AudioEvent::AudioDone { usage }),
        ] = &events[..]
        else {
            panic!("{events:?}");
        };
        assert_eq!((&**first, &**second), ("SUQzBAAA", "AAAjVFNT"));
        assert_eq!(usage, &Some(TokenUsage { input_tokens: 9, output_tokens: 84 }));
    }

    #[test]
    fn usage_is_a_duration_for_some_models() {
        let usage = r#"{"type":"duration","seconds":3.5}"#;
        let done =
            format!("data: {{\"type\":\"transcript.text.done\",\"text\":\"Hm\",\"usage\":{usage}}}\n\n");
        let events = read(&done);
        let [Ok(AudioEvent::TextDone { usage: Some(usage), .. })] = &events[..] else { panic!("{events:?}") };
        assert_eq!(usage, &Usage::Duration { seconds: 3.5 });
    }

    #[test]
    fn input_after_the_last_event_is_not_read() {
        let mut input = STREAMS.as_bytes();
        assert_eq!(input.by_ref().sse_events::<AudioEvent>().count(), 4);
        assert_eq!(input.lines().next().expect("a line").expect("text"), "data: [DONE]");
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in
            [r#"data: {"type":"speech.audio.done"}"#, r#"data: {"type":"transcript.text.done","text":"t"}"#]
        {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
