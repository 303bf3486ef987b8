//! LangGraph: names with a suffix, such as `updates|research:7`, and one codec that keeps the suffix.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use sse_event::{Error, RawEvent, RawEventBuf, SseEvent};

/// The events of a run, `/threads/{id}/runs/stream`. The requested stream modes determine which events are sent.
/// `end` is not terminal, because only older servers send it.
#[derive(Debug, SseEvent)]
pub enum LangGraphEvent {
    #[event("metadata")]
    Metadata { run_id: String },
    #[event("values", prefix, decode_with = within)]
    Values(Within<State>),
    /// The changes by node; their shape depends on the node.
    #[event("updates", prefix, decode_with = within)]
    Updates(Within<BTreeMap<String, Value>>),
    /// For the mode `messages-tuple`.
    #[event("messages", prefix, decode_with = within)]
    Chunk(Within<(Message, MessageMetadata)>),
    /// The longer prefix wins, so these events are not `Chunk`s.
    #[event("messages/partial", prefix, decode_with = within)]
    Partial(Within<Vec<Message>>),
    #[event("messages/complete", prefix, decode_with = within)]
    Complete(Within<Vec<Message>>),
    #[event("messages/metadata", prefix, decode_with = within)]
    MessagesMetadata(Within<BTreeMap<String, Described>>),
    #[event("debug", prefix, decode_with = within)]
    Debug(Within<Step>),
    #[event("error", prefix, error, decode_with = within)]
    Error(Within<Failure>),
    #[event("end")]
    End,
    #[event(other)]
    Unknown(RawEventBuf),
}

/// An event's data, and the path of its subgraph: empty for the main graph.
#[derive(Debug)]
pub struct Within<T> {
    pub subgraphs: Vec<String>,
    pub data: T,
}

fn within<'de, T: Deserialize<'de>>(raw: RawEvent<'de>) -> Result<Within<T>, Error> {
    let subgraphs = raw.event.split('|').skip(1).map(str::to_owned).collect();
    Ok(Within { subgraphs, data: raw.json()? })
}

/// The state of this example's graph.
#[derive(Debug, Deserialize)]
pub struct State {
    #[serde(default)]
    pub messages: Vec<Message>,
}

#[derive(Debug, Deserialize)]
pub struct Message {
    pub id: Option<String>,
    /// `human`, `ai`, `tool` and so on. It does not name an event.
    #[serde(rename = "type")]
    pub kind: String,
    pub content: Content,
    #[serde(default)]
    pub tool_calls: Vec<ToolCall>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Content {
    Text(String),
    Parts(Vec<Part>),
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Part {
    Text {
        text: String,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize)]
pub struct ToolCall {
    pub name: String,
    /// The tool's arguments; while the call is still arriving, the part that has arrived.
    pub args: Value,
}

#[derive(Debug, Deserialize)]
pub struct Described {
    pub metadata: MessageMetadata,
}

#[derive(Debug, Deserialize)]
pub struct MessageMetadata {
    pub langgraph_node: String,
}

#[derive(Debug, Deserialize)]
pub struct Step {
    pub step: i64,
    #[serde(flatten)]
    pub action: Action,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "payload", rename_all = "snake_case")]
pub enum Action {
    Checkpoint { next: Vec<String> },
    Task { id: String, name: String },
    TaskResult { id: String, name: String, error: Option<String> },
}

#[derive(Debug, Deserialize)]
pub struct Failure {
    pub error: String,
    pub message: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::{LangGraphEvent as Event, *};

    fn read(stream: &str) -> Vec<Result<Event, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_keeps_its_suffix() {
        let events: Vec<Event> =
            EventReader::new(include_str!("langgraph.sse").as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            Event::Metadata { run_id },
            Event::Values(values),
            Event::MessagesMetadata(described),
            Event::Partial(calling),
            Event::Partial(deep),
            Event::Complete(complete),
            Event::Chunk(Within { data: (chunk, metadata), .. }),
            Event::Chunk(inner),
            Event::Updates(update),
            Event::Updates(inner_update),
            Event::Debug(Within { data: Step { step: -1, action: Action::Checkpoint { next } }, .. }),
            Event::Debug(Within { data: Step { step: 0, action: Action::Task { id, name } }, .. }),
            Event::Debug(Within {
                data: Step { step: 0, action: Action::TaskResult { id: done, name: node, error: None } },
                subgraphs,
            }),
            Event::Unknown(custom),
            failure @ Event::Error(failed),
            Event::End,
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(run_id, "r-1");
        let question = &values.data.messages[0];
        assert_eq!((&*question.kind, &question.content), ("human", &Content::Text("Terns?".into())));
        assert_eq!(described.data["m-2"].metadata.langgraph_node, "plan");
        let call = &calling.data[0].tool_calls[0];
        assert_eq!((&*call.name, &call.args), ("search", &json!({ "query": "ter" })));
        assert_eq!(calling.data[0].content, Content::Parts(vec![Part::Unknown]));
        assert_eq!(deep.subgraphs, ["research:7", "read:8"]);
        assert_eq!(deep.data[0].content, Content::Parts(vec![Part::Text { text: "They fly".into() }]));
        assert_eq!((complete.data[0].id.as_deref(), complete.subgraphs.len()), (Some("m-2"), 0));
        assert_eq!((&chunk.content, &*metadata.langgraph_node), (&Content::Text("far".into()), "answer"));
        assert_eq!(inner.subgraphs, ["research:7"]);
        assert_eq!(update.data["plan"], json!({ "steps": 2 }));
        assert_eq!(
            (&inner_update.subgraphs[..], &inner_update.data["read"]),
            (&["research:7".into()][..], &Value::Null)
        );
        assert_eq!((&next[..], &**id, &**name), (&["plan".to_owned()][..], "t-1", "plan"));
        assert_eq!((&**done, &**node, &subgraphs[..]), ("t-2", "read", &["research:7".to_owned()][..]));
        assert_eq!((&*custom.event, &*custom.data), ("custom", r#"{"progress":0.5}"#));
        assert_eq!((&*failed.data.error, &*failed.data.message), ("ValueError", "no such bird"));
        assert!(failure.is_error());
    }

    #[test]
    fn a_malformed_event_keeps_its_whole_name() {
        let events = read("event: debug|research:7\ndata: {\"step\":\"one\"}\n\n");
        let [Err(StreamError::Decode(error))] = &events[..] else { panic!("{events:?}") };
        assert_eq!((error.event_type(), error.raw_event().event), ("debug", "debug|research:7"));
    }
}
