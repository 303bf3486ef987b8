//! The schema of events with their names and their text: of what is between two blank lines of a stream.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::EventSchema;
use super::described::{Data, Described, Line, Member, Sentinel, Shape};
use super::object::schema;

/// An event of `E` as OpenAPI 3.2 describes it: an object of `event`, `data`, `id` and `retry`, whose data is a text, with
/// the schema of the JSON in it as `contentSchema`. It stands for the schema alone.
///
/// ```
/// use sse_event::SseEvent;
/// use sse_event::schema::EventItem;
///
/// #[derive(SseEvent)]
/// #[sse(schema)]
/// enum Event {
///     #[event("delta")]
///     Delta { text: String },
///     #[event("done", terminal)]
///     Done,
/// }
///
/// let schema = schemars::schema_for!(EventItem<Event>);
/// let done = schema.pointer("/oneOf/1").unwrap();
/// assert_eq!(done["properties"]["event"]["const"], "done");
/// assert_eq!(done["description"], "The stream ends after this event.");
/// ```
pub struct EventItem<E>(PhantomData<fn() -> E>);

impl<E: EventSchema> JsonSchema for EventItem<E> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Item", E::schema_name()))
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Owned(format!("{}::EventItem<{}>", module_path!(), E::schema_id()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        item_schema::<E>(generator)
    }
}

pub(super) fn item_schema<E: EventSchema>(generator: &mut SchemaGenerator) -> Schema {
    let Described { doc, end, members, shares_names, .. } = E::describe(generator);
    let mut item = json!({
        "type": "object",
        "properties": {
            "event": { "type": "string" },
            "data": { "type": "string" },
            "id": { "type": "string" },
            "retry": { "type": "integer", "minimum": 0 },
        },
        "required": ["data"],
    });
    if !doc.is_empty() {
        item["description"] = json!(doc);
    }
    if members.is_empty() && end.is_none() {
        return schema(item);
    }
    // An item without a line is that of one event at most.
    let nameless = members.iter().filter(|member| !member.shape.line.is_required()).count();
    let has_any = members.len() > 1 && members.iter().any(|member| matches!(member.shape.line, Line::Any));
    let is_exclusive = nameless <= 1 && !has_any && !shares_names;
    // The extension allows no more than one.
    let terminals = members.iter().filter(|member| member.is_terminal).count();
    let end_data = end.as_ref().map(|end| end.data);
    let members = members.into_iter().map(|member| self::member(member, end_data, terminals == 1));
    let members: Vec<_> = members.chain(end.map(sentinel)).collect();
    item[if is_exclusive { "oneOf" } else { "anyOf" }] = json!(members);
    schema(item)
}

fn member(member: Member, end: Option<&str>, marks_terminal: bool) -> Value {
    let Member { title, description, shape: Shape { line, data, .. }, is_terminal, is_deprecated, .. } =
        member;
    let mut item = json!({ "title": title });
    if !description.is_empty() {
        item["description"] = json!(description);
    }
    let mut data = match data {
        Data::Any | Data::Text => json!({ "type": "string" }),
        Data::Json(schema) => {
            json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": schema })
        }
        Data::NotObject => json!({ "type": "string", "pattern": r"^[ \t\r\n]*([^ \t\r\n{]|$)" }),
    };
    if let Some(end) = end.filter(|_| line.yields_to_end()) {
        data["not"] = json!({ "const": end });
    }
    item["properties"] = json!({ "data": data });
    item["required"] = json!(["data"]);
    match line {
        Line::Any => {}
        Line::Optional(name) => item["properties"]["event"] = name,
        Line::Required(name) | Line::Unknown(name) => {
            item["properties"]["event"] = name;
            item["required"] = json!(["event", "data"]);
        }
    }
    if is_terminal && marks_terminal {
        item["x-ms-sse-terminal-event"] = json!(true);
    }
    if is_deprecated {
        item["deprecated"] = json!(true);
    }
    item
}

fn sentinel(Sentinel { data: end, name }: Sentinel) -> Value {
    json!({
        "title": end,
        "description": "The end of the stream. It is not an event.",
        "properties": { "event": name, "data": { "const": end } },
        "required": ["data"],
    })
}
