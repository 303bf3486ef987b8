//! The schema of each kind of enum.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sse_event::schema::EventItem;
use sse_event::{RawEvent, RawEventBuf, SseEvent};

use crate::check::{Items, data_schema, item_schema, root};

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

/// Two places for a name: its line, and the data.
#[derive(Debug, SseEvent)]
#[sse(encode, schema, tag = "type", end = "[DONE]")]
enum ByLineOrTag {
    #[event("delta", alias = "text")]
    Delta { text: String },
    #[event("done", terminal)]
    Done,
}

#[test]
fn event_named_by_line_or_tag_has_two_shapes_as_it_is_read() {
    let schema = item_schema::<ByLineOrTag>();
    let members = schema["anyOf"].as_array().unwrap();
    let titles: Vec<_> = members.iter().map(|member| member["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["delta", "delta", "done", "done", "[DONE]"]);
    let json =
        |schema| json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": schema });
    let mut by_tag = json(json!({
        "type": "object",
        "properties": { "text": { "type": "string" }, "type": { "enum": ["delta", "text"] } },
        "required": ["type", "text"],
    }));
    by_tag["not"] = json!({ "const": "[DONE]" });
    assert_eq!(
        members[0],
        json!({
            "title": "delta",
            "properties": { "event": { "const": "message" }, "data": by_tag },
            "required": ["data"],
        })
    );
    let by_line = json(json!({
        "type": "object",
        "properties": { "text": { "type": "string" } },
        "required": ["text"],
    }));
    assert_eq!(
        members[1],
        json!({
            "title": "delta",
            "properties": { "event": { "enum": ["delta", "text"] }, "data": by_line },
            "required": ["event", "data"],
        })
    );
    assert_eq!(members[3]["properties"]["data"], json!({ "type": "string" }));
    // The mark is for one member of the union.
    assert_eq!(members[2]["x-ms-sse-terminal-event"], true);
    assert_eq!(members[3].get("x-ms-sse-terminal-event"), None);
    // Under any name that is not that of a variant.
    assert_eq!(members[4]["properties"]["event"], json!({ "not": { "enum": ["delta", "text", "done"] } }));
}

#[test]
fn event_named_by_line_and_tag_has_one_shape_as_it_is_written() {
    let schema = root::<EventItem<ByLineOrTag>>(SchemaSettings::draft2020_12().for_serialize());
    let members = schema["oneOf"].as_array().unwrap();
    let titles: Vec<_> = members.iter().map(|member| member["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["delta", "done", "[DONE]"]);
    assert_eq!(members[0]["properties"]["event"], json!({ "const": "delta" }));
    let data = &members[0]["properties"]["data"]["contentSchema"];
    assert_eq!(data["properties"]["type"], json!({ "const": "delta" }));
    assert_eq!(members[0]["required"], json!(["event", "data"]));
    assert_eq!(members[2]["properties"]["event"], json!({ "const": "message" }));
}

mod hex {
    use sse_event::{RawEvent, RawEventBuf};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<u32, std::num::ParseIntError> {
        u32::from_str_radix(raw.data, 16)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        reason = "the signature of a codec"
    )]
    pub(super) fn encode(number: &u32) -> Result<RawEventBuf, std::fmt::Error> {
        Ok(RawEventBuf::new("colour", format!("{number:x}")))
    }
}

#[derive(Debug, SseEvent)]
#[sse(encode, schema)]
enum Described {
    /// The first paragraph,
    /// on two lines.
    ///
    /// The second one.
    #[event("text", complete = Self::is_last)]
    Text {
        /// Whether it is the last one.
        done: bool,
        #[deprecated]
        old: Option<bool>,
    },
    #[event("colour", with = hex)]
    Colour(u32),
    /// Use `text`.
    #[deprecated]
    #[event("string", error)]
    String { string: String },
    #[event("a.b/", alias = "a.c/", prefix, encode_with = log)]
    Log(Usage),
    #[event("a.b/exact")]
    Exact,
    #[event("a.b/c/", prefix, encode_with = log)]
    Longer(Usage),
}

impl Described {
    fn is_last(&self) -> bool {
        matches!(self, Self::Text { done: true, .. })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the signature of a codec")]
fn log(usage: &Usage) -> Result<RawEventBuf, std::fmt::Error> {
    Ok(RawEventBuf::new("a.b/log", usage.tokens.to_string()))
}

#[test]
fn comments_are_descriptions_with_what_the_event_means_for_the_stream() {
    let schema = item_schema::<Described>();
    let members = schema["oneOf"].as_array().unwrap();
    let text = "The first paragraph,\non two lines.\n\nThe second one.\n\n\
                The stream may be complete after this event.";
    assert_eq!(members[0]["description"], text);
    let fields = &members[0]["properties"]["data"]["contentSchema"]["properties"];
    assert_eq!(fields["done"]["description"], "Whether it is the last one.");
    assert_eq!(fields["old"]["deprecated"], true);
    assert_eq!(members[1].get("description"), None);
    assert_eq!(members[2]["description"], "Use `text`.\n\nThe server's error report.");
    assert_eq!(data_schema::<Described>()["anyOf"][2]["description"], members[2]["description"]);
}

#[test]
fn deprecated_event_is_deprecated_as_item_and_as_data() {
    let deprecated = |schema: &Value, union: &str| -> Vec<bool> {
        let members = schema[union].as_array().unwrap();
        members.iter().map(|member| member["deprecated"] == true).collect()
    };
    let expected = [false, false, true, false, false, false];
    assert_eq!(deprecated(&item_schema::<Described>(), "oneOf"), expected);
    assert_eq!(deprecated(&data_schema::<Described>(), "anyOf"), expected);
}

#[test]
fn event_with_a_codec_has_any_data() {
    let colour = &item_schema::<Described>()["oneOf"][1];
    assert_eq!(colour["properties"], json!({ "event": { "const": "colour" }, "data": { "type": "string" } }));
    assert_eq!(data_schema::<Described>()["anyOf"][1], json!({ "title": "colour" }));
}

#[test]
fn prefix_is_a_pattern_without_the_names_that_other_events_take() {
    let items = Items::of::<Described>();
    let schema = item_schema::<Described>();
    let titles: Vec<_> =
        schema["oneOf"].as_array().unwrap().iter().map(|member| member["title"].as_str().unwrap()).collect();
    assert_eq!(titles[3..], ["a.b/…", "a.b/exact", "a.b/c/…"]);
    assert_eq!(
        schema["oneOf"][3]["properties"]["event"],
        json!({
            "type": "string",
            "anyOf": [{ "pattern": r"^a\.b\/" }, { "pattern": r"^a\.c\/" }],
            "not": { "anyOf": [{ "enum": ["a.b/exact"] }, { "pattern": r"^a\.b\/c\/" }] },
        })
    );
    let usage = r#"{"tokens":7}"#;
    assert_eq!(items.find(RawEvent::new("a.b/", usage)), Ok("a.b/…"));
    assert_eq!(items.find(RawEvent::new("a.c/c/", usage)), Ok("a.b/…"));
    assert_eq!(items.find(RawEvent::new("a.b/c/d", usage)), Ok("a.b/c/…"));
    assert_eq!(items.find(RawEvent::new("a.b/exact", usage)), Ok("a.b/exact"));
    assert_eq!(items.find(RawEvent::new("acb/", usage)), Err(vec![]));
    assert_eq!(items.find(RawEvent::new("x/a.b/", usage)), Err(vec![]));
}
