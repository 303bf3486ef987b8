//! Rules about the keys in the data: flattened fields exclude a field with the tag's key, and an encoded event must
//! have the key of `has_key`.

use syn::{Field, Fields, Type};

use crate::attr::serde::{self, Direction};
use crate::context::Context;
use crate::model::{Codec, Model, Role, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    for variant in &model.variants {
        // With `content`, the payload is not in the same object as the tag.
        if model.attrs.content.is_absent() {
            reject_field_with_the_tags_key(context, model, variant);
            reject_alias_of_the_tag(context, model, variant);
        }
        if model.encodes() {
            has_key_is_written(context, model, variant);
        }
    }
}

/// A struct with a field of the tag's key normally sees the tag. With a flattened field it is read and written like a
/// map, from which the tag is hidden. `serialize` always writes the tag before the payload. The fields of other
/// payload types are not known here.
fn reject_field_with_the_tags_key(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (Some(tag), Role::Named(Codec::Fields(_) | Codec::Itself)) = (model.attrs.tag.value(), &variant.role)
    else {
        return;
    };
    let tag = tag.value();
    // A struct that serde reads or writes as another type has no keys.
    let is_map = is_map(variant);
    let is_read = is_map
        && model.decodes()
        && !serde::has_any(variant.attributes, &["from", "transparent", "try_from"]);
    let is_written = ((is_map && model.encodes()) || model.serializes())
        && !serde::has_any(variant.attributes, &["into", "transparent"]);
    for field in variant.fields {
        let is_tag =
            |direction| serde::key(field, &variant.attrs.serde, direction).filter(|key| key.value == tag);
        let read = is_tag(Direction::Deserialize).filter(|_| is_read);
        let written = is_tag(Direction::Serialize).filter(|_| is_written);
        let why = if read.is_some() { "is hidden from the payload" } else { "is written before the payload" };
        if let Some(key) = read.or(written) {
            context.error(
                key.tokens,
                format_args!("the field `{tag}` has the key of the `tag`, which {why}"),
                "remove the field, `event_type()` returns the name; or give it another key: `#[serde(rename = \
                 \"…\")]`",
            );
        }
    }
}

/// The same check for an alias.
fn reject_alias_of_the_tag(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (Some(tag), Role::Named(Codec::Fields(_) | Codec::Itself)) = (model.attrs.tag.value(), &variant.role)
    else {
        return;
    };
    if !is_map(variant)
        || !model.decodes()
        || serde::has_any(variant.attributes, &["from", "transparent", "try_from"])
    {
        return;
    }
    let tag = tag.value();
    for field in variant.fields {
        let aliases = serde::strings(&field.attrs, "alias");
        for alias in aliases.iter().filter(|alias| alias.value() == tag) {
            context.error(
                alias,
                format_args!("the alias `{tag}` is the key of the `tag`, which is hidden from the payload"),
                "remove the alias, `event_type()` returns the name",
            );
        }
    }
}

fn is_map(variant: &Variant<'_>) -> bool {
    variant.fields.iter().any(|field| serde::has_any(&field.attrs, &["flatten"]))
}

/// Otherwise the event would be read as another variant with the same name, or as an unknown event.
fn has_key_is_written(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (Some(written), Some(key)) = (variant.attrs.has_key.written(), variant.has_key()) else { return };
    let is_tag = model.attrs.tag.value().is_some_and(|tag| tag.value() == key);
    // Reported elsewhere, or irrelevant.
    if key.is_empty() || is_tag || variant.is_prefix() || variant.attrs.encode_with.is_invalid() {
        return;
    }
    let ident = variant.ident;
    match &variant.role {
        Role::Named(Codec::Unit) => context.error(
            written,
            format_args!("a unit event is written without the key `{key}`"),
            "add a field with that key, or remove `has_key`",
        ),
        Role::Named(Codec::Fields(fields @ Fields::Named(_))) => {
            let is_key = |field: &&Field| {
                let name = serde::key(field, &variant.attrs.serde, Direction::Serialize);
                name.is_some_and(|name| name.value == key)
            };
            let is_flattened = fields.iter().any(|field| serde::has_any(&field.attrs, &["flatten"]));
            if let Some(field) = fields.iter().find(is_key) {
                reject_optional_key(context, field, &key);
            } else if !is_flattened {
                context.error(
                    written,
                    format_args!("no field of `{ident}` is written as the key `{key}`"),
                    "nothing else distinguishes the event from others with its name: add a field with that key, or remove \
                     `has_key`",
                );
            }
        }
        // The keys of other payloads are not known here.
        _ => {}
    }
}

/// `None` is written as `null` or not at all, and `has_key` finds neither.
fn reject_optional_key(context: &Context, field: &Field, key: &str) {
    if is_option(&field.ty) && !serde::has_any(&field.attrs, &serde::CUSTOM_SER_KEYS) {
        context.error(
            &field.ty,
            format_args!("the key `{key}` of `has_key` must not be optional in an encoded event"),
            "without a value the event would be read as another variant: remove the `Option`, or write \
             `encode_with = function`",
        );
    }
}

fn is_option(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "Option"),
        Type::Group(group) => is_option(&group.elem),
        Type::Paren(paren) => is_option(&paren.elem),
        _ => false,
    }
}
