//! MCP over HTTP: events with IDs to resume from, events with empty data, and an address that is not JSON.
//!
//! The enum reads both transports. The older one sends the address for requests in `endpoint`; the streamable one
//! starts with an empty event that has only an ID.

use serde::Deserialize;
use serde_json::Value;
use sse_event::SseEvent;

#[derive(Debug, PartialEq, SseEvent)]
pub enum McpEvent {
    #[event("endpoint", raw)]
    Endpoint(String),
    /// Empty for the event that only sets an ID.
    #[event("message")]
    Message(Option<JsonRpc>),
}

/// A JSON-RPC message. Its keys distinguish a request (ID and method), a result, an error, and a notification (only a
/// method).
#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum JsonRpc {
    Request {
        id: Id,
        method: String,
        params: Option<Value>,
    },
    Response {
        id: Id,
        result: Value,
    },
    /// Without an ID if the request could not be read.
    Error {
        id: Option<Id>,
        error: RpcError,
    },
    Notification {
        method: String,
        params: Option<Value>,
    },
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Id {
    Number(i64),
    Text(String),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct RpcError {
    pub code: i64,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;
    use sse_event::BufReadExt as _;
    use sse_event::reader::EventReader;

    use super::*;

    const FIXTURE: &str = include_str!("mcp.sse");

    #[test]
    fn every_event_is_read() {
        let events: Result<Vec<McpEvent>, _> = EventReader::new(FIXTURE.as_bytes()).collect();
        let message = |message| McpEvent::Message(Some(message));

        let expected = [
            McpEvent::Endpoint("/messages?session=7f3a".into()),
            McpEvent::Message(None),
            message(JsonRpc::Notification {
                method: "notifications/progress".into(),
                params: Some(json!({"progressToken": 1, "progress": 0.5})),
            }),
            message(JsonRpc::Request {
                id: Id::Text("ask-1".into()),
                method: "roots/list".into(),
                params: None,
            }),
            message(JsonRpc::Response { id: Id::Number(1), result: json!({"content": []}) }),
            message(JsonRpc::Error {
                id: Some(Id::Number(2)),
                error: RpcError { code: -32601, message: "no such tool".into() },
            }),
            message(JsonRpc::Error { id: None, error: RpcError { code: -32700, message: "no JSON".into() } }),
        ];
        assert_eq!(events.unwrap(), expected);
    }

    #[test]
    fn reader_knows_last_id_and_reconnection_time() {
        let mut events = FIXTURE.as_bytes().sse_events::<McpEvent>().with_meta();
        let ids: Vec<_> = events.by_ref().map(|event| event.unwrap().1.id).collect();

        assert_eq!(
            ids.iter().map(Option::as_deref).collect::<Vec<_>>(),
            [None, Some("s1-0"), Some("s1-1"), Some("s1-2"), Some("s1-3"), Some("s1-3"), Some("s1-5"),]
        );
        assert_eq!((events.last_event_id(), events.retry()), (Some("s1-5"), Some(Duration::from_secs(3))));
    }
}
