//! The events that are not variants: those to skip, and those that nothing names.

use serde_json::{Value, json};

use super::described::{Data, Line, Member};
use super::describing::{Other, message};
use super::head::{EventHead, StreamHead};
use super::names::{Names, constant, known};
use super::object::{and, any, has_key, object, schema};
use crate::raw::MESSAGE;

pub(super) struct Others<'a> {
    pub(super) head: &'a StreamHead,
    pub(super) events: &'a [EventHead],
    /// Those of the events.
    pub(super) names: Vec<Names>,
    /// Whether one of the events may come without a line.
    pub(super) has_nameless: bool,
}

impl Others<'_> {
    pub(super) fn extend(mut self, members: &mut Vec<Member>, other: Option<Other>) {
        members.extend(self.ignored());
        let Some(Other { doc, data }) = other else { return };
        self.names.push(Names::exact(self.head.ignored));
        let description = if doc.is_empty() { "Any other event." } else { doc };
        let unknown = self.by_line().into_iter().chain(self.by_tag()).chain(self.without_their_key());
        members.extend(unknown.map(|(line, condition)| {
            let of_payload = data.clone().map(|schema| match condition.clone() {
                Some(condition) => and(schema, condition),
                None => schema,
            });
            let data = of_payload.or(condition.map(schema)).map_or(Data::Any, Data::Json);
            Member::new("other", description.to_owned(), line, data)
        }));
    }

    /// Events to skip.
    fn ignored(&self) -> Option<Member> {
        let ignored = self.head.ignored;
        if ignored.is_empty() {
            return None;
        }
        let name = constant(ignored);
        let (line, data) = match self.head.tag {
            Some(tag) if self.has_nameless => {
                let line = if self.head.has_lines { Line::Optional(name.clone()) } else { Line::Any };
                (line, Data::Json(object(tag, name)))
            }
            None if ignored.contains(&MESSAGE) => (Line::Optional(name), Data::Any),
            _ => (Line::Required(name), Data::Any),
        };
        let title = ignored.join(", ");
        let description = "Skipped by clients.".to_owned();
        Some(Member { is_ignored: true, ..Member::new(&title, description, line, data) })
    }

    /// A line that names no event.
    fn by_line(&self) -> Option<(Line, Option<Value>)> {
        if !self.head.has_lines {
            return None;
        }
        let name = match known(&self.names) {
            Some(known) => json!({ "type": "string", "not": known }),
            None => json!({ "type": "string" }),
        };
        let is_optional = self.head.tag.is_none() && !self.has_nameless;
        let line = if is_optional { Line::Optional(name) } else { Line::Required(name) };
        Some((line, None))
    }

    /// No line, and no name under the tag.
    fn by_tag(&self) -> Option<(Line, Option<Value>)> {
        let tag = self.head.tag?;
        let line = if self.head.has_lines { Line::Optional(message()) } else { Line::Any };
        let condition = known(&self.names).map(|known| json!({ "not": object(tag, known) }));
        Some((line, condition))
    }

    /// The name of events that are found by a key, without one of their keys.
    fn without_their_key(&self) -> Option<(Line, Option<Value>)> {
        let has_rest = |name: &&str| {
            let mut events = self.events.iter().filter(|event| event.names.contains(name));
            events.all(|event| event.has_key.is_some())
        };
        let keyed = self.events.iter().filter(|event| event.has_key.is_some());
        let mut names: Vec<&str> =
            keyed.clone().flat_map(|event| event.names).copied().filter(has_rest).collect();
        names.dedup();
        if names.is_empty() {
            return None;
        }
        let keys = any(keyed.filter_map(|event| event.has_key).map(has_key).collect());
        let name = constant(&names);
        let condition = match self.head.tag {
            Some(tag) => and(object(tag, name.clone()), json!({ "not": keys })).to_value(),
            None => json!({ "not": keys }),
        };
        let line = match (self.head.has_lines, self.has_nameless) {
            (false, _) => Line::Any,
            (true, true) => Line::Optional(name),
            (true, false) => Line::Required(name),
        };
        Some((line, Some(condition)))
    }
}
