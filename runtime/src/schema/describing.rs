//! What the code of a derive with `#[sse(schema)]` calls: the events of an enum, one after the other.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;

use super::described::{Data, Described, Member, Shape};
use super::head::{EventHead, Flag, StreamHead};
use super::names::Names;
use super::object::{and, any, has_key, is_closed, is_unit, open};
use super::others::Others;
use super::{read, written};

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
        let payload = match (self.head.tag, self.head.content) {
            (Some(tag), None) => beside_tag::<T>(self.generator, tag),
            _ => self.generator.subschema_for::<T>(),
        };
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
        let Self { head, generator, events, other } = self;
        let all: Vec<_> = events.iter().map(|(event, _)| names(event)).collect();
        let heads: Vec<_> = events.iter().map(|(event, _)| *event).collect();
        let is_written = generator.contract().is_serialize();
        let mut members = Vec::new();
        for (index, (event, payload)) in events.into_iter().enumerate() {
            let shapes = if is_written {
                vec![written::shape(&head, &all, index, &event, payload)]
            } else {
                read::shapes(&head, &all, index, payload, event.is(Flag::Custom))
            };
            let title = event.names.first().copied().unwrap_or_default();
            let title = if event.is(Flag::Prefix) { format!("{title}…") } else { title.to_owned() };
            members.extend(shapes.into_iter().filter_map(|shape| {
                let shape = Shape { data: keyed(&heads, index, shape.data)?, ..shape };
                Some(Member {
                    // The mark is for one member of the union.
                    is_terminal: event.is(Flag::Terminal) && !shape.is_alternative,
                    is_deprecated: event.is(Flag::Deprecated),
                    ..Member::new(&title, event.description(), shape)
                })
            }));
        }
        let data_is_exclusive = is_exclusive(&head, &heads, &members);
        members.extend(Others { head: &head, events: &heads, names: &all }.members(other));
        let end = if is_written { written::sentinel(&head) } else { read::sentinel(&head, &heads, &all) };
        Described {
            doc: head.doc.to_owned(),
            end,
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
/// Types that do not take just any further key, and types that are not objects, are written out: the tag is added to them.
fn beside_tag<T: DescribedPayload>(generator: &mut SchemaGenerator, tag: &str) -> Schema {
    let schema = T::json_schema(generator);
    if is_unit(&schema) {
        schema
    } else if is_closed(schema.as_value()) {
        open(schema, tag)
    } else {
        generator.subschema_for::<T>()
    }
}

fn names(event: &EventHead) -> Names {
    Names { values: event.names, are_prefixes: event.is(Flag::Prefix), have_key: event.has_key.is_some() }
}

/// The data of an event that shares its name with others: those with a key take what has it, in their order.
fn keyed(events: &[EventHead], index: usize, data: Data) -> Option<Data> {
    let own = &events[index];
    let shares = |other: &EventHead| other.names.iter().any(|name| own.names.contains(name));
    let before = if own.has_key.is_some() { &events[..index] } else { events };
    let taken: Vec<_> =
        before.iter().filter(|other| shares(other)).filter_map(|other| other.has_key).collect();
    let schema = match (data, own.has_key) {
        (Data::NotObject, Some(_)) => return None,
        (Data::Json(schema), _) => schema,
        (Data::Any | Data::Text, Some(_)) => Schema::default(),
        (data, None) => return Some(data),
    };
    let schema = match own.has_key {
        Some(key) => and(schema, has_key(key)),
        None => schema,
    };
    if taken.is_empty() {
        return Some(Data::Json(schema));
    }
    let taken = any(taken.into_iter().map(has_key).collect());
    Some(Data::Json(and(schema, json!({ "not": taken }))))
}

/// Whether no data is that of two events.
fn is_exclusive(head: &StreamHead, events: &[EventHead], members: &[Member]) -> bool {
    let mut in_data = members.iter().filter(|member| !member.shape.is_alternative);
    let is_json = in_data.all(|member| matches!(member.shape.data, Data::Json(_)));
    let is_one_name = events.windows(2).all(|pair| pair[0].names == pair[1].names);
    is_json && (head.tag.is_some() || is_one_name)
}
