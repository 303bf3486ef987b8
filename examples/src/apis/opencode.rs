//! OpenCode: each event is an object with a `type` and its `properties`. The parts of a message, the states of a tool
//! and the errors of a session are separate unions.

use serde::Deserialize;
use serde_json::{Map, Value};
use sse_event::{RawEventBuf, SseEvent};

/// The events of one directory, `/event`. Events about the editor's own windows and terminals are `Unknown`.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", content = "properties", line = false)]
pub enum OpenCodeEvent {
    #[event("server.connected")]
    Connected,
    /// Sent while nothing else happens.
    #[event("server.heartbeat")]
    Heartbeat,
    #[event("session.created")]
    SessionCreated { info: Session },
    #[event("session.updated")]
    SessionUpdated { info: Session },
    #[event("session.deleted")]
    SessionDeleted { info: Session },
    #[event("session.status")]
    SessionStatus {
        #[serde(rename = "sessionID")]
        session_id: String,
        status: Status,
    },
    #[event("session.idle")]
    SessionIdle {
        #[serde(rename = "sessionID")]
        session_id: String,
    },
    #[event("session.compacted")]
    SessionCompacted {
        #[serde(rename = "sessionID")]
        session_id: String,
    },
    #[event("session.error", error)]
    SessionError {
        #[serde(rename = "sessionID")]
        session_id: Option<String>,
        error: Option<Failure>,
    },
    #[event("message.updated")]
    MessageUpdated { info: Message },
    #[event("message.removed")]
    MessageRemoved(MessageId),
    /// The whole part; older servers add the new piece of text.
    #[event("message.part.updated")]
    PartUpdated { part: Part, delta: Option<String> },
    #[event("message.part.delta")]
    PartDelta {
        #[serde(rename = "partID")]
        part_id: String,
        field: String,
        delta: String,
    },
    #[event("message.part.removed")]
    PartRemoved {
        #[serde(rename = "partID")]
        part_id: String,
    },
    #[event("permission.updated", alias = "permission.asked")]
    PermissionAsked {
        id: String,
        #[serde(rename = "sessionID")]
        session_id: String,
    },
    #[event("permission.replied")]
    PermissionReplied {
        #[serde(rename = "sessionID")]
        session_id: String,
    },
    #[event("todo.updated")]
    Todos { todos: Vec<Todo> },
    #[event("file.edited")]
    FileEdited { file: String },
    #[event(other)]
    Unknown(RawEventBuf),
}

/// The events of all directories, `/global/event`.
#[derive(Debug, SseEvent)]
pub struct GlobalEvent {
    pub directory: Option<String>,
    #[sse(nested)]
    pub payload: OpenCodeEvent,
}

#[derive(Debug, Deserialize)]
pub struct Session {
    pub id: String,
    pub title: Option<String>,
    #[serde(rename = "parentID")]
    pub parent_id: Option<String>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "lowercase", deserialize)]
pub enum Status {
    Idle,
    Busy,
    Retry {
        attempt: u32,
        message: String,
    },
    #[event(other)]
    Other,
}

#[derive(Debug, Deserialize)]
pub struct Message {
    pub id: String,
    pub role: String,
    pub error: Option<Failure>,
}

#[derive(Debug, Deserialize)]
pub struct MessageId {
    #[serde(rename = "messageID")]
    pub message_id: String,
}

/// The error of a session or a message. Here the key of the name is `name`, and the key of the payload is `data`.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "name", content = "data", deserialize)]
pub enum Failure {
    #[event("ProviderAuthError")]
    #[serde(rename_all = "camelCase")]
    ProviderAuth {
        #[serde(rename = "providerID")]
        provider_id: String,
        message: String,
    },
    #[event("APIError")]
    #[serde(rename_all = "camelCase")]
    Api { message: String, status_code: Option<u16>, is_retryable: Option<bool> },
    #[event("MessageAbortedError")]
    Aborted { message: Option<String> },
    #[event("MessageOutputLengthError")]
    OutputLength,
    #[event("UnknownError")]
    Unknown { message: String },
    #[event(other)]
    Other(RawEventBuf),
}

/// A part of a message. Every part also has an `id`, and the IDs of its session and its message.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "kebab-case", deserialize)]
pub enum Part {
    Text {
        id: String,
        text: String,
    },
    Reasoning {
        id: String,
        text: String,
    },
    Tool {
        id: String,
        tool: String,
        state: ToolState,
    },
    File {
        id: String,
        mime: String,
        url: String,
    },
    Patch {
        files: Vec<String>,
    },
    StepStart,
    StepFinish {
        cost: f64,
        tokens: Tokens,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "status", rename_all = "lowercase", deserialize)]
pub enum ToolState {
    Pending {
        #[serde(default)]
        input: Map<String, Value>,
    },
    Running {
        input: Map<String, Value>,
        title: Option<String>,
    },
    Completed {
        input: Map<String, Value>,
        output: String,
        title: Option<String>,
    },
    Error {
        input: Map<String, Value>,
        error: String,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Tokens {
    pub input: u64,
    pub output: u64,
    pub reasoning: u64,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Todo {
    pub content: String,
    pub status: String,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{RawEvent, SseEvent as _};

    use super::*;

    const FIXTURE: &str = include_str!("opencode.sse");

    #[test]
    fn every_event_has_its_payload() {
        let events: Vec<OpenCodeEvent> =
            EventReader::new(FIXTURE.as_bytes()).collect::<Result<_, _>>().expect("every event is valid");
        let [
            OpenCodeEvent::Connected,
            OpenCodeEvent::SessionCreated { info: session },
            OpenCodeEvent::SessionStatus { status: Status::Busy, .. },
            OpenCodeEvent::MessageUpdated { info: message },
            OpenCodeEvent::PartUpdated { part: Part::StepStart, delta: None },
            OpenCodeEvent::PartUpdated { part: Part::Reasoning { .. }, .. },
            OpenCodeEvent::PartUpdated { part: Part::Tool { state: ToolState::Pending { .. }, .. }, .. },
            OpenCodeEvent::PermissionAsked { .. },
            OpenCodeEvent::PermissionReplied { .. },
            OpenCodeEvent::PartUpdated { part: Part::Tool { state: running, .. }, .. },
            OpenCodeEvent::PartUpdated { part: Part::Tool { tool, state: completed, .. }, .. },
            OpenCodeEvent::FileEdited { file },
            OpenCodeEvent::Todos { todos },
            OpenCodeEvent::PartUpdated { part: Part::Text { text, .. }, delta: Some(delta) },
            OpenCodeEvent::PartDelta { field, .. },
            OpenCodeEvent::PartUpdated { part: Part::StepFinish { tokens, .. }, .. },
            OpenCodeEvent::PartUpdated { part: Part::Other(part), .. },
            OpenCodeEvent::Heartbeat,
            failed @ OpenCodeEvent::SessionError { error: Some(error), .. },
            OpenCodeEvent::SessionStatus { status: Status::Retry { attempt: 1, .. }, .. },
            OpenCodeEvent::SessionIdle { .. },
            OpenCodeEvent::PartRemoved { .. },
            OpenCodeEvent::MessageRemoved(removed),
            OpenCodeEvent::SessionDeleted { .. },
            OpenCodeEvent::Unknown(unknown),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!((session.title.as_deref(), &*message.role), (Some("Mooring plan"), "assistant"));
        assert!(matches!(running, ToolState::Running { input, .. } if input["file"] == "quay.md"));
        assert!(matches!(completed, ToolState::Completed { output, .. } if output == "4 berths"));
        assert_eq!((&**tool, &**file), ("read", "quay.md"));
        assert_eq!(todos[0], Todo { content: "Count the berths".into(), status: "completed".into() });
        assert_eq!((&**text, &**delta, &**field), ("Four berths", " berths", "text"));
        assert_eq!(tokens.output, 87);
        assert_eq!(Part::Other(part.clone()).event_type(), "snapshot");
        let message = "Overloaded".to_owned();
        assert_eq!(*error, Failure::Api { message, status_code: Some(529), is_retryable: Some(true) });
        assert!(failed.is_error());
        assert_eq!(removed.message_id, "msg_2");
        assert_eq!(OpenCodeEvent::Unknown(unknown.clone()).event_type(), "pty.created");
    }

    #[test]
    fn global_event_has_its_directory() {
        let data =
            r#"{"directory":"/srv/quay","payload":{"type":"file.edited","properties":{"file":"quay.md"}}}"#;
        let event = GlobalEvent::try_from(RawEvent::new("", data)).expect("an event");
        assert_eq!((event.event_type(), event.directory.as_deref()), ("file.edited", Some("/srv/quay")));
        assert!(matches!(event.payload, OpenCodeEvent::FileEdited { file } if file == "quay.md"));
    }

    #[test]
    fn errors_of_every_kind_are_read() {
        for (error, expected) in [
            (
                r#"{"name":"ProviderAuthError","data":{"providerID":"p","message":"m"}}"#,
                Failure::ProviderAuth { provider_id: "p".into(), message: "m".into() },
            ),
            (r#"{"data":{"message":"m"},"name":"UnknownError"}"#, Failure::Unknown { message: "m".into() }),
            (r#"{"name":"MessageAbortedError","data":{}}"#, Failure::Aborted { message: None }),
            (r#"{"name":"MessageOutputLengthError","data":{}}"#, Failure::OutputLength),
        ] {
            assert_eq!(serde_json::from_str::<Failure>(error).expect(error), expected);
        }
        let later = serde_json::from_str::<Failure>(r#"{"name":"LaterError","data":{"n":1}}"#).expect("kept");
        assert_eq!(later.event_type(), "LaterError");
    }
}
