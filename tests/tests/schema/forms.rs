//! The schema of each kind of enum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sse_event::{RawEvent, RawEventBuf, SseEvent};

use crate::check::{Items, data_schema, item_schema};

#[derive(Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub(crate) struct Usage {
    tokens: u32,
}

/// Pieces of an answer.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, schema, end = "[DONE]", ignore("ping"))]
enum ByLine {
    /// A piece.
    #[event("delta", alias = "text")]
    Delta {
        /// The text of it.
        #[serde(rename = "content")]
        text: String,
        index: Option<u32>,
    },
    #[event("usage")]
    Usage(Usage),
    #[event("note", raw)]
    Note(String),
    #[event("done", terminal)]
    Done,
    #[event(other)]
    Unknown(RawEventBuf),
}

#[test]
fn event_named_by_line_has_line_as_constant() {
    let schema = item_schema::<ByLine>();
    assert_eq!(schema["description"], "Pieces of an answer.");
    let members = schema["oneOf"].as_array().unwrap();
    let titles: Vec<_> = members.iter().map(|member| member["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["delta", "usage", "note", "done", "ping", "other", "[DONE]"]);
    assert_eq!(
        members[0],
        json!({
            "title": "delta",
            "description": "A piece.",
            "properties": {
                "event": { "enum": ["delta", "text"] },
                "data": {
                    "type": "string",
                    "contentMediaType": "application/json",
                    "contentSchema": {
                        "type": "object",
                        "properties": {
                            "content": { "type": "string", "description": "The text of it." },
                            "index": { "type": ["integer", "null"], "format": "uint32", "minimum": 0 },
                        },
                        "required": ["content"],
                    },
                },
            },
            "required": ["event", "data"],
        })
    );
    assert_eq!(members[1]["properties"]["data"]["contentSchema"], json!({ "$ref": "#/$defs/Usage" }));
    assert_eq!(members[2]["properties"]["data"], json!({ "type": "string" }));
    assert_eq!(members[3]["x-ms-sse-terminal-event"], true);
}

#[test]
fn items_of_each_event_match_their_member() {
    let items = Items::of::<ByLine>();
    items.expect(&ByLine::Delta { text: "Hi".into(), index: None }, "delta");
    items.expect(&ByLine::Usage(Usage { tokens: 7 }), "usage");
    items.expect(&ByLine::Note("not JSON".into()), "note");
    items.expect(&ByLine::Done, "done");
    items.expect(&ByLine::Unknown(RawEventBuf::new("later", "?")), "other");
    assert_eq!(items.find(RawEvent::new("", "[DONE]")), Ok("[DONE]"));
    assert_eq!(items.find(RawEvent::new("text", r#"{"content":"Hi"}"#)), Ok("delta"));
    assert_eq!(items.find(RawEvent::new("ping", "")), Ok("ping"));
    assert_eq!(items.find(RawEvent::new("delta", r#"{"text":"Hi"}"#)), Err(vec![]));
}

#[test]
fn data_of_events_named_by_line_is_any_of_their_payloads() {
    let schema = data_schema::<ByLine>();
    assert!(schema["description"].as_str().unwrap().contains("`[DONE]`"));
    assert_eq!(schema["anyOf"][1], json!({ "$ref": "#/$defs/Usage", "title": "usage" }));
}
