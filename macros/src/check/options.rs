//! Rules about options: which values are valid, and which other options they need.

use syn::Fields;

use crate::attr::Written;
use crate::context::Context;
use crate::event_name::Name;
use crate::json;
use crate::mention::mentions_any_lifetime;
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    tag_needs_no_escapes(context, model);
    tag_is_a_key(context, model);
    content_is_beside_a_tag(context, model);
    end_can_be_sent(context, model);
    end_is_not_the_data_of_a_unit(context, model);
    error_type_is_used(context, model);
    union_has_a_tag(context, model);
    encoding_options_need_encoding(context, model);
    for variant in &model.variants {
        prefix_needs_encode_with(context, model, variant);
        reject_line_with_encode_with(context, model, variant);
    }
    events_without_a_line_are_named(context, model);
    texts_without_a_line_are_rejected(context, model);
    encoded_other_keeps_its_event(context, model);
    unknown_object_is_owned(context, model);
}

fn tag_needs_no_escapes(context: &Context, model: &Model<'_>) {
    let Some(tag) = model.attrs.tag.value() else { return };
    if tag.value().is_empty() || tag.value().contains(|c: char| c == '"' || c == '\\' || c.is_control()) {
        context.error(
            tag,
            "`tag` must not be empty or contain characters that JSON escapes",
            "write the key that holds the event's name: `tag = \"type\"`",
        );
    }
}

/// The data has no key that is a path.
fn tag_is_a_key(context: &Context, model: &Model<'_>) {
    let Some(tag) = model.attrs.tag.value() else { return };
    let value = tag.value();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_');
    if let Some((outer, inner)) = value.rsplit_once('.')
        && value.split('.').all(is_word)
    {
        let field = outer.rsplit('.').next().unwrap_or(outer);
        context.error(
            tag,
            "`tag` is a key at the top level of the data, not a path",
            format_args!(
                "derive the event that is under `{outer}` with `tag = {inner:?}`, and the object around it as a \
                 wrapper: `struct Wrapper {{ #[sse(nested)] {field}: Event }}`"
            ),
        );
    }
}

fn content_is_beside_a_tag(context: &Context, model: &Model<'_>) {
    let (Some(literal), Some(written)) = (model.attrs.content.value(), model.attrs.content.written()) else {
        return;
    };
    let key = literal.value();
    if model.attrs.tag.is_absent() {
        context.error(
            written,
            "`content` needs a `tag`",
            format_args!("write the key of the event's name too: `tag = \"type\", content = {key:?}`"),
        );
    } else if model.attrs.tag.value().is_some_and(|tag| tag.value() == key) {
        context.error(
            literal,
            format_args!("`tag` and `content` are the same key `{key}`"),
            "one holds the event's name, the other its payload: write two keys",
        );
    } else if key.is_empty() {
        context.error(
            literal,
            "`content` must not be empty",
            "write the key that holds the event's payload: `content = \"data\"`",
        );
    }
}

fn end_can_be_sent(context: &Context, model: &Model<'_>) {
    let Some(end) = model.attrs.end.value() else { return };
    if end.value().is_empty() || end.value().contains('\r') {
        context.error(
            end,
            "`end` must not be empty or contain a carriage return",
            "write the data of the last event: `end = \"[DONE]\"`",
        );
    }
}

/// A unit event is written as an empty object, or as an object with only its name.
fn end_is_not_the_data_of_a_unit(context: &Context, model: &Model<'_>) {
    let Some(end) = model.attrs.end.value().filter(|_| model.encodes()) else { return };
    let data = |name: &Name| match model.attrs.tag.value() {
        Some(tag) => json::object(&tag.value(), &name.value),
        None => "{}".to_owned(),
    };
    let mut units = model.named().filter(|(.., codec)| matches!(codec, Codec::Unit));
    if let Some((variant, ..)) = units.find(|(_, names, _)| data(&names[0]) == end.value()) {
        context.error(
            end,
            format_args!("`end` is also the data of the unit event `{}`", variant.ident),
            "the stream would end at this event: use other data, or give the event a payload",
        );
    }
}

fn union_has_a_tag(context: &Context, model: &Model<'_>) {
    for key in [model.attrs.deserialize.written(), model.attrs.serialize.written()].into_iter().flatten() {
        let name = key.key;
        if model.is_struct() {
            context.error(
                key,
                format_args!("`{name}` does not belong on a struct"),
                format_args!(
                    "it reads and writes an enum by the names of its variants: derive serde's trait"
                ),
            );
        } else if model.attrs.tag.is_absent() {
            context.error(
                key,
                format_args!("`{name}` needs a `tag`"),
                format_args!("write the key of the variant's name too: `tag = \"type\", {name}`"),
            );
        }
    }
}

fn error_type_is_used(context: &Context, model: &Model<'_>) {
    if let Some(key) = model.attrs.error_type.written()
        && model.decodes()
        && !model.has_try_from()
    {
        context.error(
            key,
            "`error_type` has no effect with `try_from = false`",
            "it is the error of the `TryFrom` impls: remove one of the two",
        );
    }
}

fn encoding_options_need_encoding(context: &Context, model: &Model<'_>) {
    if model.encodes() {
        return;
    }
    // With `other`, these keys are already reported.
    let named = model.variants.iter().filter(|variant| !variant.attrs.other.is_set());
    let of_variants =
        named.flat_map(|variant| [variant.attrs.encode_with.written(), variant.attrs.line.written()]);
    // Without a line, decoding ignores lines.
    let line = model.attrs.line.written().filter(|_| model.reads_line() && model.wrapper.is_none());
    let bound = model.attrs.bound_of_encoding().filter(|_| !model.serializes());
    let of_type = [line, bound];
    for key in of_type.into_iter().chain(of_variants).flatten() {
        let name = key.key;
        context.error(
            key,
            format_args!("`{name}` has no effect without `encode`"),
            format_args!("add `#[sse(encode)]` to the type, or remove `{name}`"),
        );
    }
}

fn prefix_needs_encode_with(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let Some(key) = variant.attrs.prefix.written() else { return };
    if !model.encodes() || variant.encode_with().is_some() || variant.attrs.other.is_set() {
        return;
    }
    let ident = variant.ident;
    let help = match variant.fields {
        _ if model.is_struct() => "remove `prefix` or `encode`".to_owned(),
        Fields::Unnamed(_) => "write `encode_with = function`, which builds the whole event".to_owned(),
        _ => format!("write `{ident}(Payload)` and `encode_with = function`, which builds the whole event"),
    };
    context.error(key, "an event cannot be encoded if only the prefix of its name is known", help);
}

fn reject_line_with_encode_with(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let Some(key) = variant.attrs.line.written() else { return };
    if model.encodes() && variant.encode_with().is_some() && !variant.attrs.other.is_set() {
        context.error(
            key,
            "`line` has no effect if a function encodes the event",
            "the function builds the whole event, and `RawEventBuf::new(\"\", data)` has no line: remove `line`",
        );
    }
}

/// An event with neither a line nor a tag is a "message".
fn events_without_a_line_are_named(context: &Context, model: &Model<'_>) {
    if !model.attrs.tag.is_absent() || !model.decodes() {
        return;
    }
    // An empty name is reported elsewhere.
    let is_named = |name: &Name| name.value.is_empty() || name.value == "message";
    let is_lost = |variant: &Variant<'_>| {
        let has_line = if model.encodes() { model.writes_line(variant) } else { model.reads_line() };
        !has_line
            && !variant.attrs.encode_with.is_invalid()
            && !variant.attrs.alias.is_invalid
            && variant.encode_with().is_none()
            && !variant.names.iter().any(is_named)
    };
    let lost = model.named().filter(|(variant, ..)| is_lost(variant));
    let mut by_the_type = Vec::new();
    for (variant, names, _) in lost {
        let name = format!("{:?}", names[0].value);
        match variant.attrs.line.written() {
            Some(_) if !model.encodes() => {}
            Some(key) => report_nameless(context, model, key, &format!("event {name}")),
            None => by_the_type.push(name),
        }
    }
    let line = model.attrs.line.written();
    if let Some(key) = line.filter(|_| !by_the_type.is_empty()) {
        let noun = if by_the_type.len() == 1 { "event" } else { "events" };
        report_nameless(context, model, key, &format!("{noun} {}", by_the_type.join(", ")));
    }
}

/// Without a line only the tag names the event, and the text of a payload can contain a tag.
fn texts_without_a_line_are_rejected(context: &Context, model: &Model<'_>) {
    // With `content`, the text is a JSON string.
    if model.attrs.tag.is_absent() || !model.encodes() || !model.attrs.content.is_absent() {
        return;
    }
    for (variant, ..) in model.named().filter(|(variant, ..)| !model.writes_line(variant)) {
        let codec = variant.attrs.raw.written().or(variant.attrs.parse.written());
        let Some(codec) = codec.filter(|_| variant.encode_with().is_none()) else { continue };
        context.error(
            codec,
            format_args!("without an `event:` line the text of `{}` would determine the event's name", variant.ident),
            "its name is not written, and a `tag` in the text would be read as its name: write `line = true` on the \
             variant, or `with = module` to build the whole event",
        );
    }
}

/// The text of an unknown object is created when the object is read, so it cannot be borrowed.
fn unknown_object_is_owned(context: &Context, model: &Model<'_>) {
    let Some((variant, other)) = model.other().filter(|_| model.deserializes()) else { return };
    let types: Vec<_> = match other {
        Other::Unit | Other::Json(_) => Vec::new(),
        Other::Whole(ty) => vec![*ty],
        Other::Fields(fields) => fields.named.iter().map(|field| &field.ty).collect(),
    };
    for ty in types.into_iter().filter(|ty| mentions_any_lifetime(ty, model.generics())) {
        context.error(
            ty,
            format_args!("with `deserialize`, `{}` cannot borrow from an unknown object", variant.ident),
            "write an owned type: `RawEventBuf`, or `String` for a part",
        );
    }
}

fn report_nameless(context: &Context, model: &Model<'_>, line: Written<'_>, events: &str) {
    let help = if model.encodes() {
        "the event would be read as \"message\": use that name, add `#[sse(tag = \"type\")]`, or write \
         `encode_only` if it is never read"
    } else {
        "every event would be read as \"message\": use that name, or add `#[sse(tag = \"type\")]`"
    };
    context.error(line, format_args!("without an `event:` line nothing names the {events}"), help);
}

fn encoded_other_keeps_its_event(context: &Context, model: &Model<'_>) {
    let writes = model.encodes() || model.serializes();
    let Some((variant, other)) = model.other().filter(|_| writes) else { return };
    let ident = variant.ident;
    if let (Other::Json(_), Some(key)) = (other, variant.attrs.other.written())
        && model.attrs.tag.is_absent()
    {
        context.error(
            key,
            format_args!("`{ident}` cannot be encoded: it does not keep the name of its event"),
            format_args!("keep the whole event: `#[event(other)] {ident}(RawEventBuf)`"),
        );
    }
    let Other::Fields(fields) = other else { return };
    let is_kept = |part: &&str| {
        fields.named.iter().any(|field| field.ident.as_ref().is_some_and(|field| field == part))
    };
    let lost: Vec<_> = ["event", "data"].into_iter().filter(|part| !is_kept(part)).collect();
    if !lost.is_empty() {
        let parts = lost.iter().map(|part| format!("`{part}`")).collect::<Vec<_>>().join(" and ");
        let fields = lost.iter().map(|part| format!("{part}: String")).collect::<Vec<_>>().join(", ");
        context.error(
            variant.fields,
            format_args!("`{ident}` cannot be encoded: it does not keep the {parts} of its event"),
            format_args!("add `{fields}`, or keep the whole event: `{ident}(RawEventBuf)`"),
        );
    }
}
