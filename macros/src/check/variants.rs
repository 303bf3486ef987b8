//! Rules about variants: which events each variant takes.

use syn::FieldsNamed;

use crate::attr::serde;
use crate::context::Context;
use crate::model::{Model, Other, Role, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    let is_untagged = reject_untagged(context, model);
    for variant in &model.variants {
        if variant.attrs.is_skipped {
            skipped_has_no_use(context, model, variant);
            continue;
        }
        if is_nameless(model, variant) && !is_untagged {
            report_nameless(context, model, variant);
        }
        if variant.attrs.other.is_set() && !model.is_struct() {
            other_has_no_name(context, variant);
            other_holds_an_event(context, variant);
        }
        reject_serde_codec(context, model, variant);
        has_key_is_not_empty(context, variant);
    }
    one_other(context, model);
}

/// Whether the variant has no name and no reported item may have been its name.
fn is_nameless(model: &Model<'_>, variant: &Variant<'_>) -> bool {
    let attrs = &variant.attrs;
    // A case rule names the variant, but cannot be a prefix.
    let by_case = !model.attrs.rename_all.is_absent() && !attrs.prefix.is_set();
    attrs.name.is_absent() && !attrs.other.is_set() && !attrs.is_skipped && !by_case
}

/// With serde's `untagged`, nothing in the data names an event: this is one error, however many variants lack a name.
fn reject_untagged(context: &Context, model: &Model<'_>) -> bool {
    if !model.variants.iter().any(|variant| is_nameless(model, variant)) || model.is_struct() {
        return false;
    }
    let Some(untagged) = serde::find(&model.input.attrs, &["untagged"]) else { return false };
    context.error(
        untagged,
        "serde's `untagged` leaves the events without names",
        "write `#[event(\"name\")]` on each variant, or one name for several and `has_key = \"key\"`, a key that \
         only one of them has",
    );
    true
}

/// Keys that need a name are not valid on a variant that serde skips.
fn skipped_has_no_use(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let ident = variant.ident;
    if let Some(event) = &variant.attrs.event {
        context.error(
            event,
            format_args!("the `#[event(…)]` of `{ident}` has no effect: serde's attributes skip the variant"),
            "write its name first, `#[event(\"name\", …)]`, or remove it",
        );
    } else if model.attrs.kind.is_set() {
        context.error(
            ident,
            format_args!("`kind` lists names, but `{ident}` has none: serde's attributes skip it"),
            "write its name, `#[event(\"name\")]`, or remove `kind`",
        );
    } else if (model.encodes() || model.serializes())
        && let Some(skip) = serde::find(variant.attributes, &["skip_deserializing"])
    {
        context.error(
            skip,
            format_args!(
                "`{ident}` has no name to be encoded with: serde's attributes skip it when decoding"
            ),
            "write its name, `#[event(\"name\")]`, or `skip` it in both directions",
        );
    }
}

fn reject_serde_codec(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let is_ours =
        variant.attrs.other.is_set() || variant.attrs.codecs().next().is_some() || model.is_struct();
    if is_ours {
        return;
    }
    let ident = variant.ident;
    for key in ["with", "serialize_with", "deserialize_with"] {
        if let Some(meta) = serde::find(variant.attributes, &[key]) {
            context.error(
                &meta,
                format_args!("serde's `{key}` belongs on the payload, not on the variant"),
                format_args!("write `{ident}(#[serde(…)] Payload)`"),
            );
        }
    }
}

fn report_nameless(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (attrs, ident) = (&variant.attrs, variant.ident);
    if let Some((rename, name)) = serde::string(variant.attributes, "rename") {
        let help = format!("write `#[event({:?})]`", name.value());
        return context.error(rename, "serde's `rename` does not name an event", help);
    }
    let help = if attrs.prefix.is_set() {
        "write how its names begin: `#[event(\"messages/\", prefix)]`"
    } else if attrs.has_key.is_set() {
        "`has_key` distinguishes events with the same name: write that name first, \"message\" for events without an \
         `event:` line"
    } else if model.is_struct() {
        "write `#[event(\"name\")]` above it: the struct is the payload of that event; if a field holds the event, write \
         `#[sse(nested)]` or `#[sse(flatten)]` above that field"
    } else {
        "write `#[event(\"name\", …)]`, or `#[event(other)]` for the variant that takes unknown events"
    };
    let noun = if model.is_struct() { "struct" } else { "variant" };
    match &attrs.event {
        Some(event) => {
            context.error(event, format_args!("the `#[event(…)]` of `{ident}` does not name an event"), help);
        }
        None => context.error(ident, format_args!("{noun} `{ident}` has no `#[event(…)]`"), help),
    }
}

fn other_has_no_name(context: &Context, variant: &Variant<'_>) {
    let attrs = &variant.attrs;
    for name in attrs.name.value().into_iter().chain(&attrs.alias.values) {
        context.error(
            name,
            "an `other` variant must not have a name",
            "it matches every remaining event: remove the name, or remove `other`",
        );
    }
}

fn has_key_is_not_empty(context: &Context, variant: &Variant<'_>) {
    if let Some(key) = variant.attrs.has_key.value()
        && key.value().is_empty()
    {
        context.error(
            key,
            "`has_key` must not be empty",
            "write a key of the data that no other event of this name has: `has_key = \"error\"`",
        );
    }
}

fn other_holds_an_event(context: &Context, variant: &Variant<'_>) {
    let ident = variant.ident;
    let help = format!(
        "write `{ident}(RawEventBuf)`, `{ident}`, or named fields from `event`, `data`, `id` and `retry`"
    );
    match &variant.role {
        Role::Broken if variant.attrs.is_untagged => {
            context.error(
                ident,
                "an `untagged` variant matches unknown events and needs exactly one field for their JSON",
                format_args!("write `{ident}(serde_json::Value)`"),
            );
        }
        Role::Other(Other::Fields(fields)) => other_fields_exist(context, fields, &help),
        Role::Broken => {
            context.error(
                variant.fields,
                "an `other` variant needs exactly one field, which holds the raw event",
                help,
            );
        }
        _ => {}
    }
}

fn other_fields_exist(context: &Context, fields: &FieldsNamed, help: &str) {
    for field in fields.named.iter().filter_map(|field| field.ident.as_ref()) {
        if !["event", "data", "id", "retry"].iter().any(|part| field == part) {
            context.error(field, format_args!("a raw event has no field `{field}`"), help);
        }
    }
}

fn one_other(context: &Context, model: &Model<'_>) {
    let mut others =
        model.variants.iter().filter_map(|variant| Some((variant.ident, variant.attrs.other.written()?)));
    let Some((first, _)) = others.next() else { return };
    for (_, second) in others {
        context.error(
            second,
            format_args!("an enum can have only one `other` variant, and `{first}` already is one"),
            "all unknown events go to one variant: remove one of the two",
        );
    }
}
