//! A2A (Agent to Agent), `message/stream`: each event is the result of a JSON-RPC response, or an error instead.
//! There are two formats.
//!
//! In version 0.3 an update contains its kind, and the last update is marked as final. In version 1.0 an update is
//! under the only key of an object, and the stream ends when its task does.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// A JSON-RPC response: `Response<TaskEvent>`, or `Response<StreamResponse>` for 1.0.
#[derive(Debug, SseEvent)]
pub struct Response<T> {
    pub id: Option<Id>,
    #[sse(nested, error = "error")]
    pub result: Result<T, RpcError>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Id {
    Number(u64),
    Text(String),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct RpcError {
    pub code: i64,
    pub message: String,
}

/// Version 0.3.
#[derive(Debug, SseEvent)]
#[sse(tag = "kind")]
pub enum TaskEvent {
    #[event("task")]
    Task(Task),
    /// A direct answer without a task: the stream has no other event.
    #[event("message", terminal)]
    Message(Message),
    #[event("status-update", terminal = StatusUpdate::is_final)]
    Status(StatusUpdate),
    #[event("artifact-update")]
    Artifact(ArtifactUpdate),
    #[event(other)]
    Unknown(RawEventBuf),
}

/// Version 1.0. Over HTTP without JSON-RPC, it is the data itself.
#[derive(Debug, SseEvent)]
pub enum StreamResponse {
    #[event("message", has_key = "task")]
    Task { task: Task },
    #[event("message", has_key = "message", terminal)]
    Message { message: Message },
    #[event("message", has_key = "statusUpdate", terminal = StreamResponse::is_final)]
    #[serde(rename_all = "camelCase")]
    Status { status_update: StatusUpdate },
    #[event("message", has_key = "artifactUpdate")]
    #[serde(rename_all = "camelCase")]
    Artifact { artifact_update: ArtifactUpdate },
    #[event(other)]
    Unknown(RawEventBuf),
}

impl StreamResponse {
    /// The agent has nothing more to say about the task, or waits for an answer.
    fn is_final(&self) -> bool {
        matches!(self, Self::Status { status_update } if status_update.status.state.is_final())
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    pub id: String,
    pub context_id: String,
    pub status: TaskStatus,
    #[serde(default)]
    pub artifacts: Vec<Artifact>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusUpdate {
    pub task_id: String,
    pub status: TaskStatus,
    /// Only in 0.3.
    #[serde(default)]
    pub r#final: bool,
}

impl StatusUpdate {
    fn is_final(&self) -> bool {
        self.r#final
    }
}

#[derive(Debug, Deserialize)]
pub struct TaskStatus {
    pub state: TaskState,
    pub message: Option<Message>,
}

/// The spellings of version 0.3, and those of 1.0 as aliases.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    #[serde(alias = "TASK_STATE_SUBMITTED")]
    Submitted,
    #[serde(alias = "TASK_STATE_WORKING")]
    Working,
    #[serde(alias = "TASK_STATE_INPUT_REQUIRED")]
    InputRequired,
    #[serde(alias = "TASK_STATE_AUTH_REQUIRED")]
    AuthRequired,
    #[serde(alias = "TASK_STATE_COMPLETED")]
    Completed,
    #[serde(alias = "TASK_STATE_CANCELED")]
    Canceled,
    #[serde(alias = "TASK_STATE_REJECTED")]
    Rejected,
    #[serde(alias = "TASK_STATE_FAILED")]
    Failed,
    /// States of later versions.
    #[serde(other)]
    Other,
}

impl TaskState {
    pub fn is_final(self) -> bool {
        !matches!(self, Self::Submitted | Self::Working | Self::Other)
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactUpdate {
    pub task_id: String,
    pub artifact: Artifact,
    /// The parts continue the previous parts.
    #[serde(default)]
    pub append: bool,
    #[serde(default)]
    pub last_chunk: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Artifact {
    pub artifact_id: String,
    pub parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub message_id: String,
    pub parts: Vec<Part>,
}

/// A text; this client does not read files and data.
#[derive(Debug, Deserialize)]
pub struct Part {
    pub text: Option<String>,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{DecodeEventOwned, SseEvent as _, StreamError};

    use super::*;

    type Read<T> = Vec<Result<Response<T>, StreamError<std::io::Error>>>;

    fn read<T: DecodeEventOwned>(stream: &str) -> Read<T> {
        EventReader::new(stream.as_bytes()).collect()
    }

    fn text(parts: &[Part]) -> String {
        parts.iter().filter_map(|part| part.text.as_deref()).collect()
    }

    #[test]
    fn version_0_3_ends_with_final_update() {
        let events =
            read::<TaskEvent>(include_str!("a2a.sse")).into_iter().collect::<Result<Vec<_>, _>>().unwrap();
        assert!(events.iter().all(|response| response.id == Some(Id::Number(1))));
        let results: Vec<_> = events.into_iter().map(|response| response.result.unwrap()).collect();
        let [
            TaskEvent::Task(task),
            TaskEvent::Status(working),
            TaskEvent::Artifact(first),
            TaskEvent::Unknown(later),
            TaskEvent::Artifact(second),
            TaskEvent::Status(last),
        ] = &results[..]
        else {
            panic!("{results:#?}")
        };
        assert_eq!((&*task.id, task.status.state), ("task_fern", TaskState::Submitted));
        assert_eq!(
            working.status.message.as_ref().map(|message| text(&message.parts)).as_deref(),
            Some("I look.")
        );
        assert_eq!(text(&first.artifact.parts) + &text(&second.artifact.parts), "Moss grows slowly.");
        assert!(!first.append && second.append && second.last_chunk);
        assert!(later.data.starts_with(r#"{"kind":"usage-update""#), "{}", later.data);
        assert_eq!((last.status.state, last.r#final), (TaskState::Completed, true));
    }

    #[test]
    fn version_1_0_ends_with_task() {
        let stream = include_str!("a2a_1_0.sse");
        let events = read::<StreamResponse>(stream).into_iter().collect::<Result<Vec<_>, _>>().unwrap();
        let results: Vec<_> = events.into_iter().map(|response| response.result.unwrap()).collect();
        let [
            StreamResponse::Task { task },
            StreamResponse::Status { status_update: working },
            StreamResponse::Artifact { artifact_update },
            StreamResponse::Unknown(_),
            StreamResponse::Status { status_update: last },
        ] = &results[..]
        else {
            panic!("{results:#?}")
        };
        assert_eq!((&*task.context_id, task.status.state), ("context_moss", TaskState::Submitted));
        assert_eq!(working.status.state, TaskState::Working);
        assert_eq!(text(&artifact_update.artifact.parts), "Moss grows slowly.");
        assert_eq!(last.status.state, TaskState::InputRequired);

        // Over plain HTTP, the data is the result itself.
        let bare = r#"{"message":{"messageId":"m1","role":"ROLE_AGENT","parts":[{"text":"Yes."}]}}"#;
        let events: Vec<_> = EventReader::<_, StreamResponse>::new(format!("data: {bare}\n\n").as_bytes())
            .map(Result::unwrap)
            .collect();
        let [answer @ StreamResponse::Message { message }] = &events[..] else { panic!("{events:?}") };
        assert_eq!((&*text(&message.parts), answer.is_terminal()), ("Yes.", true));
    }

    #[test]
    fn error_replaces_a_result() {
        let frame = r#"data: {"jsonrpc":"2.0","id":"r1","error":{"code":-32001,"message":"Task not found"}}"#;
        let events: Read<TaskEvent> = read(&format!("{frame}\n\n"));
        let [Ok(response)] = &events[..] else { panic!("{events:?}") };
        assert!(response.is_error() && response.id == Some(Id::Text("r1".into())));
        let expected = RpcError { code: -32001, message: "Task not found".into() };
        assert_eq!(response.result.as_ref().unwrap_err(), &expected);
    }

    #[test]
    fn error_path_begins_at_the_response() {
        let update = r#"{"kind":"status-update","taskId":"t1","status":{"state":7},"final":true}"#;
        let frame = format!("data: {{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{update}}}\n\n");
        let events: Read<TaskEvent> = read(&frame);
        let Some(Err(StreamError::Decode(error))) = events.first() else { panic!("{events:?}") };
        assert_eq!((error.event_type(), error.path()), ("status-update", Some("result.status.state")));
    }

    #[test]
    fn stream_without_its_end_is_truncated() {
        let update =
            r#"{"statusUpdate":{"taskId":"t1","contextId":"c1","status":{"state":"TASK_STATE_WORKING"}}}"#;
        let events: Read<StreamResponse> = read(&format!("data: {{\"id\":1,\"result\":{update}}}\n\n"));
        assert!(matches!(&events[..], [Ok(_), Err(StreamError::Truncated)]), "{events:?}");
    }
}
