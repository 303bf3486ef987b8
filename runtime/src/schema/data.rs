//! The schema of the data of events.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::EventSchema;
use super::described::{Data, Described, Member, Sentinel};
use super::object::schema;

/// The schema of the JSON in the data of an event of `E`, which `JsonSchema` of an enum is.
#[doc(hidden)]
pub fn data_schema<E: EventSchema>(generator: &mut SchemaGenerator) -> Schema {
    let Described { doc, end, mut members, data_is_exclusive, .. } = E::describe(generator);
    members.retain(|member| !member.shape.is_alternative);
    let mut described = json!({});
    if let Some(description) = with_end(doc, end.as_ref()) {
        described["description"] = json!(description);
    }
    // Skipped events, and others by their line, have any data.
    let is_exclusive =
        data_is_exclusive && members.iter().all(|member| matches!(member.shape.data, Data::Json(_)));
    let members: Vec<_> = members.into_iter().map(member).collect();
    if !members.is_empty() {
        described[if is_exclusive { "oneOf" } else { "anyOf" }] = json!(members);
    }
    schema(described)
}

/// What people read about the type.
fn with_end(doc: String, end: Option<&Sentinel>) -> Option<String> {
    let end = end.map(|end| format!("The stream ends with the data `{}`, which is not an event.", end.data));
    match (doc.is_empty(), end) {
        (true, end) => end,
        (false, None) => Some(doc),
        (false, Some(end)) => Some(format!("{doc}\n\n{end}")),
    }
}

fn member(member: Member) -> Value {
    let Member { title, description, shape, is_deprecated, .. } = member;
    let mut schema = shape.data.into_json();
    schema.insert("title".to_owned(), json!(title));
    if !description.is_empty() {
        schema.insert("description".to_owned(), json!(description));
    }
    if is_deprecated {
        schema.insert("deprecated".to_owned(), json!(true));
    }
    schema.to_value()
}
