//! What the code of a derive with `#[sse(schema)]` calls: the events of an enum, one after the other.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::described::{Data, Described, Line, Member};
use super::head::{EventHead, Flag, StreamHead};
use super::names::{Names, constant};
use super::object::{and, any, has_key, object, with_key};
use super::others::Others;
use crate::raw::MESSAGE;

/// A payload that has a schema: every `schemars::JsonSchema` is one.
///
/// It exists for the compiler's messages. Use `schemars::JsonSchema` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be described by `#[sse(schema)]`: it does not implement `schemars::JsonSchema`\n\
               help: add `#[derive(schemars::JsonSchema)]` to it",
    label = "this payload has no schema"
)]
pub trait DescribedPayload: JsonSchema {}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema + ?Sized> DescribedPayload for T {}

/// The events of an enum that were described so far.
#[doc(hidden)]
pub struct Describing<'g> {
    head: StreamHead,
    generator: &'g mut SchemaGenerator,
    events: Vec<(EventHead, Data)>,
    other: Option<Other>,
}

/// The events that no variant names.
pub(super) struct Other {
    pub(super) doc: &'static str,
    pub(super) data: Option<Schema>,
}

impl<'g> Describing<'g> {
    /// None yet.
    pub fn new(head: StreamHead, generator: &'g mut SchemaGenerator) -> Self {
        Self { head, generator, events: Vec::new(), other: None }
    }

    /// An event whose data is JSON.
    pub fn json<T: DescribedPayload>(&mut self, head: EventHead) {
        let is_open = self.head.tag.is_some() && self.head.content.is_none();
        let payload =
            if is_open { beside_tag::<T>(self.generator) } else { self.generator.subschema_for::<T>() };
        self.push(head, Data::Json(payload));
    }

    /// An event whose data is text.
    pub fn text(&mut self, head: EventHead) {
        self.push(head, Data::Text);
    }

    /// An event whose data is not looked at, or by a function of the user.
    pub fn any(&mut self, head: EventHead) {
        self.push(head, Data::Any);
    }

    /// Events that no variant names.
    pub fn other(&mut self, doc: &'static str) {
        self.other = Some(Other { doc, data: None });
    }

    /// The same, whose data is JSON.
    pub fn other_json<T: DescribedPayload>(&mut self, doc: &'static str) {
        let data = Some(self.generator.subschema_for::<T>());
        self.other = Some(Other { doc, data });
    }

    /// All of them.
    #[must_use]
    pub fn finish(self) -> Described {
        let Self { head, events, other, .. } = self;
        let all: Vec<_> = events.iter().map(|(event, _)| names(event)).collect();
        let heads: Vec<_> = events.iter().map(|(event, _)| *event).collect();
        let mut members = Vec::new();
        for (index, (event, payload)) in events.into_iter().enumerate() {
            let name = all[index].schema(&all);
            let line = line(&head, &event, &payload, &name);
            let data = keyed(&heads, index, data(&head, &event, payload, name));
            let title = event.names.first().copied().unwrap_or_default();
            let title = if event.is(Flag::Prefix) { format!("{title}…") } else { title.to_owned() };
            members.push(Member {
                is_terminal: event.is(Flag::Terminal),
                is_deprecated: event.is(Flag::Deprecated),
                ..Member::new(&title, event.description(), line, data)
            });
        }
        let data_is_exclusive = is_exclusive(&head, &heads, &members);
        let has_nameless = members.iter().any(|member| !member.line.is_required());
        Others { head: &head, events: &heads, names: all, has_nameless }.extend(&mut members, other);
        Described {
            doc: head.doc.to_owned(),
            end: head.end,
            shares_names: heads.iter().any(|event| event.has_key.is_some()),
            members,
            data_is_exclusive,
        }
    }

    fn push(&mut self, mut head: EventHead, payload: Data) {
        // What is written has the canonical name alone.
        if self.generator.contract().is_serialize() {
            head.names = head.names.get(..1).unwrap_or_default();
        }
        self.events.push((head, payload));
    }
}

/// The schema of a payload that is to have the tag beside its own keys.
///
/// Types that deny unknown keys, and types that are not objects, are written out: the tag is added to them.
fn beside_tag<T: DescribedPayload>(generator: &mut SchemaGenerator) -> Schema {
    let schema = T::json_schema(generator);
    let denies = |keyword| schema.get(keyword).and_then(Value::as_bool) == Some(false);
    let is_unit = schema.get("type").is_some_and(|kind| kind == "null");
    if T::inline_schema() || is_unit || denies("additionalProperties") || denies("unevaluatedProperties") {
        schema
    } else {
        generator.subschema_for::<T>()
    }
}

fn names(event: &EventHead) -> Names {
    Names { names: event.names, are_prefixes: event.is(Flag::Prefix) }
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
    match (head.content, payload) {
        (Some(content), payload) if !is_custom(event) => {
            let schema = object(tag, name);
            Data::Json(match payload {
                Data::Any => schema,
                payload => with_key(schema, content, payload.into_json().to_value()),
            })
        }
        (None, Data::Json(schema)) => Data::Json(with_key(schema, tag, name)),
        (None, Data::Any) if !is_custom(event) => Data::Json(object(tag, name)),
        (_, payload) => payload,
    }
}

fn is_custom(event: &EventHead) -> bool {
    event.is(Flag::Custom)
}

/// The data of an event that shares its name with others: those with a key take what has it, in their order.
fn keyed(events: &[EventHead], index: usize, data: Data) -> Data {
    let own = &events[index];
    let shares = |other: &EventHead| other.names.iter().any(|name| own.names.contains(name));
    let before = if own.has_key.is_some() { &events[..index] } else { events };
    let taken: Vec<_> =
        before.iter().filter(|other| shares(other)).filter_map(|other| other.has_key).collect();
    let schema = match (data, own.has_key) {
        (Data::Json(schema), _) => schema,
        (Data::Any, Some(_)) => Schema::default(),
        (data, _) => return data,
    };
    let schema = match own.has_key {
        Some(key) => and(schema, has_key(key)),
        None => schema,
    };
    if taken.is_empty() {
        return Data::Json(schema);
    }
    let taken = any(taken.into_iter().map(has_key).collect());
    Data::Json(and(schema, json!({ "not": taken })))
}

/// Whether no data is that of two events.
fn is_exclusive(head: &StreamHead, events: &[EventHead], members: &[Member]) -> bool {
    let is_json = members.iter().all(|member| matches!(member.data, Data::Json(_)));
    let is_one_name = events.windows(2).all(|pair| pair[0].names == pair[1].names);
    is_json && (head.tag.is_some() || is_one_name)
}

/// A name that no variant has, as the only one.
pub(super) fn message() -> Value {
    constant(&[MESSAGE])
}
