//! What the decoder takes as an event: the rules of `decode::route` as shapes.

use schemars::Schema;
use serde_json::{Value, json};

use super::described::{Data, Line, Sentinel, Shape};
use super::head::{EventHead, StreamHead};
use super::names::{Names, constant, known};
use super::object::{and, any, is_unit, may_be_null, object, open, schema, with_key, with_optional_key};
use crate::raw::MESSAGE;

/// The shapes of the event at `index` of `all`: where a name can be in the line and in the data, or nowhere, one for each.
pub(super) fn shapes(
    head: &StreamHead,
    all: &[Names],
    index: usize,
    payload: Data,
    is_custom: bool,
) -> Vec<Shape> {
    let names = all[index];
    let Some(tag) = head.tag else { return untagged(head, all, names, payload) };
    let by_line = names.of_lines(all).filter(|_| head.has_lines);
    // What is not JSON, or not known, is described as what the line names.
    let is_opaque = by_line.is_some()
        && match payload {
            Data::Text => head.content.is_none(),
            _ => is_custom,
        };
    let data = tagged(head, tag, payload.clone(), names.schema(all));
    let mut shapes = vec![Shape { line: nameless(head), data, is_alternative: is_opaque }];
    if let Some(name) = by_line {
        let data = named_by_line(head, tag, payload.clone(), names.schema(all));
        shapes.push(Shape { line: Line::Required(name), data, is_alternative: !is_opaque });
    }
    if names.take(MESSAGE, all) {
        let unnamed = without_name(tag);
        let data = match (payload, head.content) {
            (Data::Json(payload), None) => vec![Data::Json(and(open(payload, tag), unnamed))],
            (Data::Json(payload), Some(_)) => vec![Data::Json(and(payload, unnamed))],
            _ => Data::where_json(schema(unnamed)).into(),
        };
        shapes.extend(data.into_iter().map(|data| Shape::alternative(nameless(head), data)));
    }
    shapes
}

/// The same where nothing but a line can name an event.
fn untagged(head: &StreamHead, all: &[Names], names: Names, payload: Data) -> Vec<Shape> {
    let by_line = names.of_lines(all).filter(|_| head.has_lines);
    match (by_line, names.take(MESSAGE, all)) {
        (Some(name), false) => vec![Shape::new(Line::Required(name), payload)],
        (Some(_), true) if head.end.is_none() => {
            vec![Shape::new(Line::Optional(names.schema(all)), payload)]
        }
        // Without a line, the sentinel is not this event.
        (Some(name), true) => vec![
            Shape::new(nameless(head), payload.clone()),
            Shape::alternative(Line::Required(name), payload),
        ],
        (None, _) => vec![Shape::new(nameless(head), payload)],
    }
}

/// The sentinel. Under the name of a variant that takes any data of that name, it is an event.
pub(super) fn sentinel(head: &StreamHead, events: &[EventHead], all: &[Names]) -> Option<Sentinel> {
    let data = head.end?;
    let plain = all.iter().zip(events).filter(|(_, event)| event.has_key.is_none());
    let plain: Vec<_> = plain.map(|(names, _)| *names).collect();
    let name = match known(&plain).filter(|_| head.has_lines) {
        Some(known) if plain.iter().any(|names| names.take(MESSAGE, &plain)) => {
            any(vec![constant(&[MESSAGE]), json!({ "not": known })])
        }
        Some(known) => json!({ "not": known }),
        None => json!({ "type": "string" }),
    };
    Some(Sentinel { data, name })
}

/// The line of an event that no line names.
pub(super) fn nameless(head: &StreamHead) -> Line {
    if head.has_lines { Line::Optional(constant(&[MESSAGE])) } else { Line::Any }
}

/// That no string is under the tag.
pub(super) fn without_name(tag: &str) -> Value {
    json!({ "not": object(tag, json!({ "type": "string" })) })
}

/// The data with the name under the tag.
fn tagged(head: &StreamHead, tag: &str, payload: Data, name: Value) -> Data {
    Data::Json(match (head.content, payload) {
        (Some(content), Data::Json(payload)) => envelope(object(tag, name), content, payload),
        (Some(content), Data::Text) => with_key(object(tag, name), content, json!(true)),
        (None, Data::Json(payload)) if is_not_object(&payload) => {
            and(open(payload, tag), object(tag, name).to_value())
        }
        (None, Data::Json(payload)) if is_unit(&payload) => {
            // It takes an object of nothing but the tag.
            let mut object = object(tag, name);
            object.insert("additionalProperties".to_owned(), json!(false));
            object
        }
        (None, Data::Json(payload)) => with_key(payload, tag, name),
        _ => object(tag, name),
    })
}

/// The data where the line has the name: any value may be under the tag, or none.
fn named_by_line(head: &StreamHead, tag: &str, payload: Data, name: Value) -> Data {
    match (head.content, payload) {
        (Some(content), Data::Json(payload)) => {
            let enveloped = envelope(object(tag, name), content, payload.clone());
            Data::Json(schema(any(vec![payload.to_value(), enveloped.to_value()])))
        }
        (None, Data::Json(payload)) => Data::Json(open(payload, tag)),
        (_, payload) => payload,
    }
}

/// A payload that is missing is read as `null`.
fn envelope(object: Schema, content: &str, payload: Schema) -> Schema {
    let is_optional = may_be_null(&payload);
    let payload = payload.to_value();
    if is_optional { with_optional_key(object, content, payload) } else { with_key(object, content, payload) }
}

fn is_not_object(schema: &Schema) -> bool {
    schema.get("type").is_some_and(|kind| kind != "object") && !is_unit(schema)
}
