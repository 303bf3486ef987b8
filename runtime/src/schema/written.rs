//! What the encoder writes for an event.

use serde_json::Value;

use super::described::{Data, Line, Sentinel, Shape};
use super::head::{EventHead, Flag, StreamHead};
use super::names::{Names, constant};
use super::object::{object, with_key};
use crate::raw::MESSAGE;

/// The shape of the event at `index` of `all`.
pub(super) fn shape(
    head: &StreamHead,
    all: &[Names],
    index: usize,
    event: &EventHead,
    payload: Data,
) -> Shape {
    let name = all[index].schema(all);
    Shape::new(line(head, event, &payload, &name), data(head, event, payload, name))
}

/// The sentinel, which has no line.
pub(super) fn sentinel(head: &StreamHead) -> Option<Sentinel> {
    head.end.map(|data| Sentinel { data, name: constant(&[MESSAGE]) })
}

fn line(head: &StreamHead, event: &EventHead, payload: &Data, name: &Value) -> Line {
    if !head.has_lines {
        return Line::Any;
    }
    let is_written = head.is_encoded && !event.is(Flag::NoLine);
    let is_needed = match (head.tag, payload, head.content) {
        // Text does not hold a tag.
        (Some(_), Data::Text, None) => true,
        (Some(_), ..) => is_written,
        (None, ..) => !event.names.contains(&MESSAGE) && !event.is(Flag::NoLine),
    };
    if is_needed { Line::Required(name.clone()) } else { Line::Optional(name.clone()) }
}

/// The data with the name in it.
fn data(head: &StreamHead, event: &EventHead, payload: Data, name: Value) -> Data {
    let Some(tag) = head.tag else { return payload };
    let is_custom = event.is(Flag::Custom);
    match (head.content, payload) {
        (Some(content), payload) if !is_custom => {
            let schema = object(tag, name);
            Data::Json(match payload {
                Data::Any => schema,
                payload => with_key(schema, content, payload.into_json().to_value()),
            })
        }
        (None, Data::Json(schema)) => Data::Json(with_key(schema, tag, name)),
        (None, Data::Any) if !is_custom => Data::Json(object(tag, name)),
        (_, payload) => payload,
    }
}
