//! OpenAI fine-tuning: a stream with one kind of event needs no enum, only a struct.

use serde::Deserialize;
use sse_event::SseEvent;

/// The object has had two names.
#[derive(Debug, Deserialize, SseEvent)]
#[event("fine_tuning.job.event", alias = "fine-tune-event")]
#[sse(tag = "object", end = "[DONE]")]
pub struct FineTuningEvent {
    pub created_at: u64,
    pub level: Level,
    pub message: String,
}

/// `Error` is about the job; the stream continues, so it is not an `#[event(error)]`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Info,
    Warn,
    Error,
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    fn read(stream: &str) -> Vec<Result<FineTuningEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_one_struct() {
        let events = read(include_str!("openai_finetune.sse"));
        let events: Vec<FineTuningEvent> = events.into_iter().collect::<Result<_, _>>().expect("events");
        assert_eq!(
            events.iter().map(|event| (&event.level, &*event.message)).collect::<Vec<_>>(),
            [
                (&Level::Info, "Created fine-tuning job: ftjob-Limmat"),
                (&Level::Warn, "Epoch 2 is slower than expected"),
                (&Level::Error, "The training file has no line 812"),
            ]
        );
        assert!(events.iter().map(|event| event.created_at).is_sorted());
    }

    #[test]
    fn optional_fields_may_be_missing() {
        let event = r#"{"object":"fine_tuning.job.event","created_at":1,"level":"debug","message":"m"}"#;
        let events = read(&format!("data: {event}\n\n"));
        assert!(events[0].is_ok(), "{events:?}");
    }
}
