//! Rules of the options: what each needs, and what it excludes.

use syn::{Fields, Meta};

use crate::context::Context;
use crate::model::{Model, Name, Other, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    tag_is_plain(context, model);
    end_is_data(context, model);
    error_type_is_used(context, model);
    one_of_the_encodes(context, model);
    decoding_options_need_decoding(context, model);
    encoding_options_need_encoding(context, model);
    for variant in &model.variants {
        prefixed_names_are_encoded_by_hand(context, model, variant);
        lines_are_ours(context, model, variant);
    }
    what_is_written_is_named(context, model);
    encoded_other_keeps_its_event(context, model);
}

fn tag_is_plain(context: &Context, model: &Model<'_>) {
    let Some(tag) = &model.attrs.tag else { return };
    if tag.value().is_empty() || tag.value().contains(|c: char| c == '"' || c == '\\' || c.is_control()) {
        context.error(
            tag,
            "the `tag` is a key that JSON writes as it is",
            "name the key that holds the event's name: `tag = \"type\"`",
        );
    }
}

fn end_is_data(context: &Context, model: &Model<'_>) {
    let Some(end) = &model.attrs.end else { return };
    if end.value().is_empty() || end.value().contains('\r') {
        context.error(
            end,
            "the `end` is data that no other event has: not empty, and without a carriage return",
            "write the data of the last frame: `end = \"[DONE]\"`",
        );
    }
}

fn error_type_is_used(context: &Context, model: &Model<'_>) {
    if let Some(key) = model.attrs.written.get("error_type")
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

fn one_of_the_encodes(context: &Context, model: &Model<'_>) {
    let written = &model.attrs.written;
    if let (Some(_), Some(key)) = (written.get("encode"), written.get("encode_only")) {
        context.error(
            key,
            "`encode` and `encode_only` exclude each other",
            "`encode` adds encoding, `encode_only` leaves decoding out: remove one of the two",
        );
    }
}

fn decoding_options_need_decoding(context: &Context, model: &Model<'_>) {
    if model.decodes() {
        return;
    }
    let bound = bound_of(model, model.attrs.bound.decode.is_some()).map(|key| ("bound(decode = …)", key));
    for (name, key) in options(model, &["ignore", "error_type", "try_from"], &["decode_with"]).chain(bound) {
        context.error(
            key,
            format_args!("`{name}` and `encode_only` exclude each other"),
            format_args!("`{name}` is about decoding: remove it, or write `encode` instead of `encode_only`"),
        );
    }
}

fn encoding_options_need_encoding(context: &Context, model: &Model<'_>) {
    if model.encodes() {
        return;
    }
    let bound = bound_of(model, model.attrs.bound.encode.is_some()).map(|key| ("bound(encode = …)", key));
    for (name, key) in options(model, &["line"], &["encode_with", "line"]).chain(bound) {
        context.error(
            key,
            format_args!("`{name}` has no effect without `encode`"),
            format_args!("add `#[sse(encode)]` to the type, or remove `{name}`"),
        );
    }
}

/// Those of the type's options and of its variants' which are written, with their names.
fn options<'a>(
    model: &'a Model<'_>,
    of_type: &'a [&'static str],
    of_variant: &'a [&'static str],
) -> impl Iterator<Item = (&'static str, &'a Meta)> {
    let of_type = of_type.iter().filter_map(|name| Some((*name, model.attrs.written.get(name)?)));
    // Of an `other` variant it is told that it has none.
    let named = model.variants.iter().filter(|variant| !variant.attrs.keys.other.is_set());
    of_type.chain(named.flat_map(move |variant| {
        of_variant.iter().filter_map(move |name| Some((*name, variant.attrs.written.get(name)?)))
    }))
}

/// The `bound(…)` that names a direction.
fn bound_of<'a>(model: &'a Model<'_>, direction: bool) -> Option<&'a Meta> {
    model.attrs.written.get("bound").filter(|key| direction && matches!(key, Meta::List(_)))
}

fn prefixed_names_are_encoded_by_hand(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let Some(key) = variant.attrs.written.get("prefix") else { return };
    if !model.encodes() || variant.encode_with().is_some() || variant.attrs.keys.other.is_set() {
        return;
    }
    let ident = variant.ident;
    let help = match variant.fields {
        _ if model.is_struct() => "remove `prefix` or `encode`".to_owned(),
        Fields::Unnamed(_) => "write `encode_with = function`, which makes the whole event".to_owned(),
        _ => format!("write `{ident}(Payload)` and `encode_with = function`, which makes the whole event"),
    };
    context.error(key, "an event whose name is known by its beginning alone cannot be encoded", help);
}

fn lines_are_ours(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let Some(key) = variant.attrs.written.get("line") else { return };
    if model.encodes() && variant.encode_with().is_some() && !variant.attrs.keys.other.is_set() {
        context.error(
            key,
            "`line` has no effect where a function encodes",
            "the function makes the whole event: `RawEventBuf::new(\"\", data)` has no line; remove `line`",
        );
    }
}

/// Without a line and a tag, an event is a "message".
fn what_is_written_is_named(context: &Context, model: &Model<'_>) {
    let has_tag = model.attrs.tag.is_some() || model.attrs.refused.contains(&Some("tag"));
    if has_tag || !model.encodes() || !model.decodes() {
        return;
    }
    // What is not named at all has been told so.
    let is_named = |name: &Name| name.value.is_empty() || name.value == "message";
    let is_lost = |variant: &Variant<'_>| {
        !model.writes_line(variant)
            && !variant.attrs.poisoned
            && variant.encode_with().is_none()
            && !variant.names.iter().any(is_named)
    };
    let lost = model.named().filter(|(variant, ..)| is_lost(variant));
    let mut by_the_type = Vec::new();
    for (variant, names, _) in lost {
        let name = format!("{:?}", names[0].value);
        match variant.attrs.written.get("line") {
            Some(key) => nothing_names(context, key, &format!("event {name}")),
            None => by_the_type.push(name),
        }
    }
    let line = model.attrs.written.get("line");
    if let Some(key) = line.filter(|_| !by_the_type.is_empty()) {
        let noun = if by_the_type.len() == 1 { "event" } else { "events" };
        nothing_names(context, key, &format!("{noun} {}", by_the_type.join(", ")));
    }
}

fn nothing_names(context: &Context, line: &Meta, events: &str) {
    context.error(
        line,
        format_args!("without a line nothing names the {events}"),
        "what is written would be read as \"message\": call it so, add `#[sse(tag = \"type\")]`, or write \
         `encode_only` if it is never read",
    );
}

fn encoded_other_keeps_its_event(context: &Context, model: &Model<'_>) {
    let Some((variant, Other::Fields(fields))) = model.other().filter(|_| model.encodes()) else { return };
    let ident = variant.ident;
    let is_kept = |part: &&str| {
        fields.named.iter().any(|field| field.ident.as_ref().is_some_and(|field| field == part))
    };
    let lost: Vec<_> = ["event", "data"].into_iter().filter(|part| !is_kept(part)).collect();
    if !lost.is_empty() {
        let parts = lost.iter().map(|part| format!("`{part}`")).collect::<Vec<_>>().join(" and ");
        let fields = lost.iter().map(|part| format!("{part}: String")).collect::<Vec<_>>().join(", ");
        context.error(
            variant.fields,
            format_args!("`{ident}` is encoded and does not keep the {parts} of an event"),
            format_args!("add `{fields}`, or keep the whole event: `{ident}(RawEventBuf)`"),
        );
    }
}
