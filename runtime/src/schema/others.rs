//! The events that are not variants: those to skip, and those that nothing names.

use schemars::Schema;
use serde_json::{Value, json};

use super::described::{Data, Line, Member, Shape};
use super::describing::Other;
use super::head::{EventHead, StreamHead};
use super::names::{Names, constant, known};
use super::object::{and, any, has_key, object, schema};
use super::read::{nameless, without_name};
use crate::raw::MESSAGE;

pub(super) struct Others<'a> {
    pub(super) head: &'a StreamHead,
    pub(super) events: &'a [EventHead],
    /// Those of the events.
    pub(super) names: &'a [Names],
}

impl Others<'_> {
    pub(super) fn members(&self, other: Option<Other>) -> Vec<Member> {
        let title = self.head.ignored.join(", ");
        let ignored = self.ignored().into_iter().map(|shape| {
            let description = "Skipped by clients.".to_owned();
            Member { is_ignored: true, ..Member::new(&title, description, shape) }
        });
        let mut members: Vec<_> = ignored.collect();
        let Some(Other { doc, data: payload }) = other else { return members };
        let description = if doc.is_empty() { "Any other event." } else { doc };
        let unknown = self.by_line().into_iter().chain(self.by_tag()).chain(self.without_their_key());
        members.extend(unknown.filter_map(|shape| {
            let data = match (payload.clone(), shape.data) {
                (None, data) => data,
                // JSON that is not an object has a shape of its own.
                (Some(_), Data::NotObject) => return None,
                (Some(payload), Data::Json(condition)) => Data::Json(and(payload, condition.to_value())),
                (Some(payload), _) => Data::Json(payload),
            };
            Some(Member::new("other", description.to_owned(), Shape { data, ..shape }))
        }));
        members
    }

    /// Whether an event without a name is that of a variant, or to be skipped.
    fn unnamed_are_known(&self) -> bool {
        self.head.ignored.contains(&MESSAGE) || self.names.iter().any(|names| names.take(MESSAGE, self.names))
    }

    /// Events to skip.
    fn ignored(&self) -> Vec<Shape> {
        match self.head.tag {
            Some(tag) => self.tagged(tag, self.head.ignored, None),
            None => {
                let line = self.by_names(self.head.ignored);
                line.map(|line| Shape::new(line, Data::Any)).into_iter().collect()
            }
        }
    }

    /// Events whose line names no variant.
    fn by_line(&self) -> Option<Shape> {
        if !self.head.has_lines {
            return None;
        }
        let mut names = self.names_and_ignored();
        // Events without a name are other events too, without a tag to look for.
        let is_optional = self.head.tag.is_none() && !self.unnamed_are_known();
        if !is_optional {
            names.push(Names::exact(&[MESSAGE]));
        }
        let name = match known(&names) {
            Some(known) => json!({ "type": "string", "not": known }),
            None => json!({ "type": "string" }),
        };
        let line = if is_optional { Line::Optional(name) } else { Line::Unknown(name) };
        Some(Shape::new(line, Data::Any))
    }

    /// Events without a line, whose tag names no variant.
    fn by_tag(&self) -> Vec<Shape> {
        let Some(tag) = self.head.tag else { return Vec::new() };
        let known = known(&self.names_and_ignored());
        let line = nameless(self.head);
        if self.unnamed_are_known() {
            let unknown = json!({ "type": "string", "not": known });
            return vec![Shape::new(line, Data::Json(object(tag, unknown)))];
        }
        match known {
            Some(known) => {
                let [json, text] = where_json(&line, schema(json!({ "not": object(tag, known) })));
                vec![Shape { is_alternative: false, ..json }, text]
            }
            None => vec![Shape::new(line, Data::Any)],
        }
    }

    /// Events with the name of variants that are found by a key, without one of their keys.
    fn without_their_key(&self) -> Vec<Shape> {
        let mut names: Vec<&'static str> = Vec::new();
        for name in self.events.iter().flat_map(|event| event.names).copied() {
            let has_rest = self.names.iter().any(|other| !other.have_key && other.take(name, self.names));
            if !has_rest && !names.contains(&name) {
                names.push(name);
            }
        }
        let shapes = names.into_iter().flat_map(|name| {
            let keyed = self.events.iter().filter(|event| event.names.contains(&name));
            let keys = any(keyed.filter_map(|event| event.has_key).map(has_key).collect());
            match self.head.tag {
                Some(tag) => self.tagged(tag, &[name], Some(&keys)),
                None => {
                    let lines = self.by_names(&[name]).into_iter();
                    lines.flat_map(|line| where_json(&line, schema(json!({ "not": keys })))).collect()
                }
            }
        });
        shapes.collect()
    }

    /// The lines with one of these names, without a tag.
    fn by_names(&self, names: &[&str]) -> Option<Line> {
        let is_unnamed = names.contains(&MESSAGE);
        match (self.head.has_lines, is_unnamed) {
            _ if names.is_empty() => None,
            (true, true) => Some(Line::Optional(constant(names))),
            (true, false) => Some(Line::Unknown(constant(names))),
            (false, _) => is_unnamed.then_some(Line::Any),
        }
    }

    /// The events with one of these names: in the line, under the tag or, where it is `message`, nowhere. Their data have
    /// none of the keys.
    fn tagged(&self, tag: &str, names: &[&str], keys: Option<&Value>) -> Vec<Shape> {
        let mut shapes = Vec::new();
        if names.is_empty() {
            return shapes;
        }
        let keyless = |condition: Schema| match keys {
            Some(keys) => and(condition, json!({ "not": keys })),
            None => condition,
        };
        shapes.push(Shape::new(nameless(self.head), Data::Json(keyless(object(tag, constant(names))))));
        let of_lines: Vec<_> = names.iter().copied().filter(|name| *name != MESSAGE).collect();
        if self.head.has_lines && !of_lines.is_empty() {
            let line = Line::Unknown(constant(&of_lines));
            match keys {
                Some(_) => shapes.extend(where_json(&line, keyless(Schema::default()))),
                None => shapes.push(Shape::alternative(line, Data::Any)),
            }
        }
        if names.contains(&MESSAGE) {
            shapes.extend(where_json(&nameless(self.head), keyless(schema(without_name(tag)))));
        }
        shapes
    }

    fn names_and_ignored(&self) -> Vec<Names> {
        [self.names, &[Names::exact(self.head.ignored)]].concat()
    }
}

/// Events with this line whose data, as far as they are JSON, are such.
fn where_json(line: &Line, condition: Schema) -> [Shape; 2] {
    Data::where_json(condition).map(|data| Shape::alternative(line.clone(), data))
}
