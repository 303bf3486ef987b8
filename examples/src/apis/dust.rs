//! Dust: each event is in an envelope, an object that also has the event's ID. The envelope is a separate type.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// The events of an agent's answer, `…/messages/{mId}/events`; read them as `Enveloped<DustEvent>`.
///
/// `done` ends the connection, `end-of-stream` the answer: if the second is missing, request again with
/// `lastEventId`.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "done")]
pub enum DustEvent {
    #[event("generation_tokens")]
    Tokens { text: String, classification: Classification },
    #[event("agent_action_success")]
    ActionSuccess { action: Action },
    #[event("agent_message_success")]
    MessageSuccess { message: Message },
    #[event("agent_generation_cancelled")]
    #[serde(rename_all = "camelCase")]
    Cancelled { message_id: String },
    #[event("agent_error", error)]
    AgentError { error: Failure },
    #[event("user_message_error", error)]
    UserMessageError { error: Failure },
    #[event("end-of-stream", terminal)]
    EndOfStream,
    #[event(other)]
    Unknown(RawEventBuf),
}

/// An event in its envelope, and the ID to resume from, which is in the envelope too. It works with any derived enum.
#[derive(Debug, SseEvent)]
#[serde(rename_all = "camelCase")]
pub struct Enveloped<T> {
    pub event_id: String,
    #[sse(nested)]
    #[serde(rename = "data")]
    pub event: T,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Classification {
    Tokens,
    ChainOfThought,
    /// The marks around a thought, and kinds of later versions.
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    pub tool_name: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub s_id: String,
    pub content: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Failure {
    pub code: String,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{ErrorKind, StreamError};

    use super::{DustEvent as Event, *};

    type Read = Vec<Result<Enveloped<Event>, StreamError<std::io::Error>>>;

    fn read(stream: &str) -> Read {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read_from_its_envelope() {
        let events: Vec<Enveloped<Event>> =
            EventReader::new(include_str!("dust.sse").as_bytes()).collect::<Result<_, _>>().unwrap();
        let ids: Vec<_> = events.iter().map(|enveloped| &*enveloped.event_id).collect();
        assert_eq!(ids, ["17-0", "17-1", "17-2", "17-3", "18-0", "18-1", "18-2", "19-0", "19-1", "20-0"]);
        let errors = events.iter().filter(SseEvent::is_error).map(Enveloped::static_event_type);
        assert!(errors.eq([Some("user_message_error"), Some("agent_error")]));
        let events: Vec<_> = events.into_iter().map(|enveloped| enveloped.event).collect();
        let [
            Event::Unknown(params),
            Event::ActionSuccess { action },
            Event::Tokens { classification: Classification::Other, .. },
            Event::Tokens { text: thought, classification: Classification::ChainOfThought },
            Event::Tokens { text, classification: Classification::Tokens },
            Event::UserMessageError { error: refused },
            Event::AgentError { error: failed },
            Event::Cancelled { message_id },
            Event::MessageSuccess { message },
            Event::EndOfStream,
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(params.data, r#"{"type":"tool_params","created":1769850001,"messageId":"msg_moss"}"#);
        assert_eq!(action.tool_name.as_deref(), Some("find_lichen"));
        assert_eq!((&**thought, &**text), ("North side.", "It grows slowly."));
        assert_eq!((&*refused.code, &*failed.message), ("no_mention", "The model is resting"));
        assert_eq!((&**message_id, &*message.s_id), ("msg_fern", "msg_moss"));
        assert_eq!(message.content.as_deref(), Some("It grows slowly."));
    }

    #[test]
    fn a_connection_ends_with_the_answer_or_with_done_or_is_truncated() {
        let later = r#"data: {"eventId":"1-0","data":{"type":"later"}}"#;
        let last = r#"data: {"eventId":"1-1","data":{"type":"end-of-stream"}}"#;
        for end in [last, "data: done"] {
            let ended: Read = read(&format!("{later}\n\n{end}\n\n{later}\n\n"));
            let names: Vec<_> = ended.iter().flatten().map(SseEvent::event_type).collect();
            assert_eq!((names.len(), names[0]), (ended.len(), "later"));
            assert_eq!(names.get(1), (end == last).then_some(&"end-of-stream"));
        }
        let cut: Read = read(&format!("{later}\n\n"));
        assert!(matches!(&cut[..], [Ok(_), Err(StreamError::Truncated)]), "{cut:?}");
    }

    #[test]
    fn error_path_covers_event_and_envelope() {
        let events: Read = read(
            "data: {\"eventId\":\"1-0\",\"data\":{\"type\":\"agent_error\",\"error\":{\"code\":7}}}\n\n\
             data: {\"eventId\":8,\"data\":{\"type\":\"end-of-stream\"}}\n\ndata: done\n\n",
        );
        let [Err(StreamError::Decode(inside)), Err(StreamError::Decode(outside))] = &events[..] else {
            panic!("{events:?}")
        };
        assert_eq!((inside.event_type(), inside.path()), ("agent_error", Some("data.error.code")));
        assert_eq!((outside.kind(), outside.path()), (ErrorKind::Payload, Some("eventId")));
    }
}
