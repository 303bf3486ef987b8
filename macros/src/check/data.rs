//! Rules of the keys in the data: that the tag is nobody else's, and that what tells an event is written.

use syn::Fields;

use crate::context::Context;
use crate::model::{Codec, Model, Role, Variant};
use crate::serde_attr::{self, Way};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    for variant in &model.variants {
        no_field_is_the_tag(context, model, variant);
        if model.encodes() {
            telling_key_is_written(context, model, variant);
        }
    }
}

/// The fields of a payload that is another type are not known here.
fn no_field_is_the_tag(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (Some(tag), Role::Named(Codec::Fields(_) | Codec::Itself)) = (&model.attrs.tag, &variant.role) else {
        return;
    };
    let tag = tag.value();
    // A struct that serde reads or writes as something else has no keys of its own.
    let read_itself = !serde_attr::has_key(variant.attributes, &["from", "transparent", "try_from"]);
    let written_itself = !serde_attr::has_key(variant.attributes, &["into", "transparent"]);
    for field in variant.fields {
        let is_tag = |way| serde_attr::key(field, &variant.attrs.serde, way).filter(|key| key.value == tag);
        let read = is_tag(Way::Read).filter(|_| model.decodes() && read_itself);
        let written = is_tag(Way::Write).filter(|_| model.encodes() && written_itself);
        let why = if read.is_some() { "the payload does not see" } else { "encoding writes itself" };
        if let Some(key) = read.or(written) {
            context.error(
                key.tokens,
                format_args!("the field `{tag}` is the `tag`, which {why}"),
                "remove it, `event_type()` says what it would say; or give it another key: `#[serde(rename = \"…\")]`",
            );
        }
    }
}

/// Else the event would be read as another one of its name, or as none.
fn telling_key_is_written(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (Some(written), Some(key)) = (variant.attrs.written.get("has"), variant.has()) else { return };
    let is_tag = model.attrs.tag.as_ref().is_some_and(|tag| tag.value() == key);
    // Told already, or of no consequence.
    if key.is_empty() || is_tag || variant.is_prefix() || variant.attrs.poisoned {
        return;
    }
    let ident = variant.ident;
    match &variant.role {
        Role::Named(Codec::Unit) => context.error(
            written,
            format_args!("a unit event has no key `{key}`"),
            "its name is all that is written: add a field of that key, or remove `has`",
        ),
        Role::Named(Codec::Fields(fields @ Fields::Named(_))) => {
            let is_written = fields.iter().any(|field| {
                let written = serde_attr::key(field, &variant.attrs.serde, Way::Write);
                serde_attr::has_key(&field.attrs, &["flatten"])
                    || written.is_some_and(|name| name.value == key)
            });
            if !is_written {
                context.error(
                    written,
                    format_args!("no field of `{ident}` is written as the key `{key}`"),
                    "nothing else tells the event from others of its name: add a field of that key, or remove `has`",
                );
            }
        }
        // What other payloads write is not known here.
        _ => {}
    }
}
