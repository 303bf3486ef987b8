//! The file for what was observed and guessed.

use crate::content::Content;
use crate::decide::{self, Key, Type};
use crate::envelope::Envelope;
use crate::evidence;
use crate::guess::{Guesses, guess};
use crate::join::{join_groups, join_maps};
use crate::json::Json;
use crate::method::{finished_if, last_if};
use crate::model::{Body, Field, File, Item, Payload, Variant};
use crate::name;
use crate::protocol::Protocol;
use crate::read::Stream;
use crate::shape::{Shape, Shapes};
use crate::types::Types;
use crate::unify::unify;
use crate::variant;

#[derive(Clone, Debug)]
pub struct Options {
    /// The name of the enum.
    pub name: String,
    /// Whether the types describe themselves too.
    pub schema: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { name: "Event".to_owned(), schema: false }
    }
}

/// The file of a first enum for some recordings of one API.
pub fn sketch(streams: &[Stream], options: &Options) -> File {
    let protocol = Protocol::new(streams);
    let guesses = guess(&protocol, streams);
    let idents = variant::idents(&protocol, &guesses);

    let mut shapes = Shapes::default();
    let named = protocol.names.iter().zip(&idents);
    let contents: Vec<Content> =
        named.map(|(name, ident)| Content::new(&name.payloads, ident, &mut shapes)).collect();
    let around = protocol.envelope.as_ref().map(|envelope| observe_envelope(envelope, &mut shapes));
    // What is joined may be alike, and what is alike may have to be joined.
    for _ in 0..3 {
        join_maps(&mut shapes);
        unify(&mut shapes);
        join_groups(&mut shapes);
    }

    let mut types = Types::new(options, shapes);
    let mut items = main_enum(&mut types, &protocol, &guesses, &idents, &contents);
    items[0].comments = evidence::of_enum(&protocol, streams);
    if let (Some(envelope), Some((others, error))) = (&protocol.envelope, &around) {
        items.insert(0, wrapper(&mut types, envelope, others, error));
    }
    let root = items[0].name.clone();
    let is_method = |item: &Item| matches!(item.body, Body::Method { .. });
    let (methods, items): (Vec<_>, Vec<_>) = items.into_iter().chain(types.items).partition(is_method);
    let mut all = Vec::new();
    for item in items {
        let name = item.name.clone();
        all.push(item);
        all.extend(methods.iter().filter(|method| method.name == name).cloned());
    }
    File { header: header(streams), items: all, root }
}

/// The enum, and the methods that tell its last event.
fn main_enum(
    types: &mut Types<'_>,
    protocol: &Protocol,
    guesses: &[Guesses],
    idents: &[String],
    contents: &[Content],
) -> Vec<Item> {
    let rule = variant::rule(protocol, guesses, idents);
    let shown: Vec<usize> = (0..idents.len()).filter(|index| !guesses[*index].is_ignored).collect();
    for index in shown.iter().filter(|index| guesses[**index].finished_if.is_some()) {
        types.with_method.extend(contents[*index].objects());
    }
    let inlined: Vec<Vec<Key>> =
        shown.iter().filter_map(|index| types.inlined_keys(&contents[*index])).collect();
    let rule_of_fields = variant::rule_of_fields(inlined.iter().map(|keys| &keys[..]));
    let (mut variants, mut methods) = (Vec::new(), Vec::new());
    for index in shown {
        let (name, guesses, ident) = (&protocol.names[index], &guesses[index], &idents[index]);
        let (payload, serde) = types.payload(&contents[index], ident, rule_of_fields);
        let mut event = variant::names(name, rule);
        event.extend(contents[index].is_text().then(|| "raw".to_owned()));
        event.extend(guesses.is_error.then(|| "error".to_owned()));
        event.extend(guesses.terminal.is_some().then(|| "terminal".to_owned()));
        event.extend(guesses.complete.is_some().then(|| "complete".to_owned()));
        let mut comments = evidence::of_variant(name, guesses);
        if let Some(key) = &guesses.last_if
            && let Some((method, path)) = last_if(types, key, ident, &payload)
        {
            comments
                .push(format!("Guessed: `{key}` is true in the last event of a recording, and in no other."));
            event.push(format!("terminal = {path}"));
            methods.push(method);
        }
        if let Some((list, key)) = &guesses.finished_if
            && let Some((method, path)) = finished_if(types, list, key, &payload)
        {
            comments.push(format!("Guessed: `{key}` comes at the end of a recording, not at its beginning."));
            event.push(format!("complete = {path}"));
            methods.push(method);
        }
        variants.push(Variant { comments, event, serde, name: ident.clone(), payload });
    }
    let unknown = Payload::Type("RawEventBuf".to_owned());
    variants.push(variant::other(&variants, ["Unknown", "Other"], unknown));
    let main = Item {
        derives: vec!["Debug", "SseEvent"],
        sse: variant::arguments(protocol, guesses, rule, types.options.schema),
        serde: variant::rename_all_fields(rule_of_fields),
        body: Body::Enum(variants),
        ..Item::new(&types.options.name)
    };
    std::iter::once(main).chain(methods).collect()
}

/// What is around the events, and the errors in their place.
fn observe_envelope(envelope: &Envelope, shapes: &mut Shapes) -> (Shape, Shape) {
    let (mut others, mut error) = (Shape::default(), Shape::default());
    for object in &envelope.others {
        shapes.observe(&mut others, &Json::Object(object.clone()), "Envelope", None);
    }
    for value in &envelope.errors {
        shapes.observe(&mut error, value, "error", others.objects);
    }
    (others, error)
}

/// The struct around the events.
fn wrapper(types: &mut Types<'_>, envelope: &Envelope, others: &Shape, error: &Shape) -> Item {
    let keys = match types.shapes.r#type(others) {
        Type::Named(id) => match types.shapes.body(id) {
            decide::Body::Struct(keys) => keys,
            decide::Body::Union { .. } => Vec::new(),
        },
        _ => Vec::new(),
    };
    let is_free = |name: &&str| !types.names.values().any(|used| used == name);
    let name =
        ["Envelope", "EventEnvelope"].into_iter().find(is_free).unwrap_or("EnvelopeOfEvent").to_owned();
    let (mut fields, serde) = types.fields(&keys, &name, None);
    let (mut sse, mut r#type) = (vec!["nested".to_owned()], types.options.name.clone());
    if let Some(key) = &envelope.error {
        let error = types.shapes.r#type(error);
        r#type = format!("Result<{type}, {}>", types.text(&error, &name));
        sse.push(format!("error = {key:?}"));
    }
    let field = name::field(&envelope.key);
    let rule = serde.first().and_then(|rule| rule.split('"').nth(1)).unwrap_or_default();
    let rename =
        (name::renamed(rule, &field) != envelope.key).then(|| format!("rename = {:?}", envelope.key));
    fields.push(Field { doc: None, sse, serde: rename.into_iter().collect(), name: field, r#type });
    let comment = format!("Each event is under `{}`, beside what every event carries.", envelope.key);
    Item {
        comments: vec![comment],
        derives: vec!["Debug", "SseEvent"],
        sse: types.options.schema.then(|| "schema".to_owned()).into_iter().collect(),
        serde,
        body: Body::Struct(fields),
        ..Item::new(&name)
    }
}

fn header(streams: &[Stream]) -> Vec<String> {
    let events: usize = streams.iter().map(|stream| stream.events.len()).sum();
    let recordings = match streams.len() {
        1 => "a recording".to_owned(),
        count => format!("{count} recordings"),
    };
    vec![
        format!("Sketched from {recordings} with {events} events: a first version, to be edited."),
        String::new(),
        "It holds what the recordings show. Guesses have their evidence in a comment.".to_owned(),
    ]
}
