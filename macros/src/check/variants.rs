//! Rules of the variants: which events each takes.

use syn::FieldsNamed;

use crate::context::Context;
use crate::model::{Model, Other, Role, Variant};
use crate::serde_attr;

pub(super) fn check(context: &Context, model: &Model<'_>) {
    let named_by_serde = named_by_serde(context, model);
    for variant in &model.variants {
        if is_nameless(model, variant) && !named_by_serde {
            says_what_it_takes(context, model, variant);
        }
        if variant.attrs.keys.other.is_set() && !model.is_struct() {
            other_has_no_name(context, variant);
            other_has_no_codec(context, variant);
            other_is_alone(context, variant);
            other_is_not_terminal(context, variant);
            other_holds_an_event(context, variant);
        }
        case_alone_names_it(context, model, variant);
        serde_reads_no_variant(context, model, variant);
        key_is_named(context, variant);
        prefix_has_no_key(context, variant);
    }
    one_other(context, model);
}

/// Whether nothing says which events it takes, nor is anything wrong that was to say it.
fn is_nameless(model: &Model<'_>, variant: &Variant<'_>) -> bool {
    let attrs = &variant.attrs;
    // A case rule names it, unless it is only the beginning of its names that would be named.
    let by_case = model.attrs.rename_all.is_some() || model.attrs.refused.contains(&Some("rename_all"));
    !attrs.poisoned
        && attrs.name.is_none()
        && !attrs.keys.other.is_set()
        && (!by_case || attrs.keys.prefix.is_set())
}

/// serde's case rule in the place of ours: one mistake, however many variants are without a name for it.
fn named_by_serde(context: &Context, model: &Model<'_>) -> bool {
    if !model.variants.iter().any(|variant| is_nameless(model, variant)) || model.is_struct() {
        return false;
    }
    let Some((rule, case)) = serde_attr::string(&model.input.attrs, "rename_all") else { return false };
    context.error(
        rule,
        "serde's `rename_all` does not name events",
        format_args!("write `#[sse(rename_all = {:?})]`", case.value()),
    );
    true
}

/// Where the case rule names a variant, serde's own words for it would be passed over.
fn case_alone_names_it(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let attrs = &variant.attrs;
    if attrs.poisoned || attrs.name.is_some() || attrs.keys.other.is_set() || is_nameless(model, variant) {
        return;
    }
    for (key, instead) in [
        ("rename", "write the name: `#[event(\"name\")]`"),
        ("alias", "write `#[event(\"name\", alias = \"…\")]`"),
        ("other", "the variant that takes unknown events is `#[event(other)]`"),
    ] {
        if let Some(meta) = serde_attr::find(variant.attributes, &[key]) {
            context.error(meta, format_args!("serde's `{key}` does not name an event"), instead);
        }
    }
}

fn serde_reads_no_variant(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let is_ours =
        variant.attrs.keys.other.is_set() || variant.attrs.codecs().next().is_some() || model.is_struct();
    let keys = ["with", "serialize_with", "deserialize_with"];
    if let Some(meta) = serde_attr::find(variant.attributes, &keys).filter(|_| !is_ours) {
        let ident = variant.ident;
        context.error(
            &meta,
            "how a payload is read and written is said on its field",
            format_args!("write `{ident}(#[serde(…)] Payload)`"),
        );
    }
}

fn says_what_it_takes(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let (attrs, ident) = (&variant.attrs, variant.ident);
    if let Some((rename, name)) = serde_attr::string(variant.attributes, "rename") {
        let help = format!("write `#[event({:?})]`", name.value());
        return context.error(rename, "serde's `rename` does not name an event", help);
    }
    let help = if attrs.keys.prefix.is_set() {
        "write how its names begin: `#[event(\"messages/\", prefix)]`"
    } else if attrs.keys.has.is_some() {
        "a key tells the events of one name apart: write that name first, \"message\" for events without an \
         `event:` line"
    } else if model.is_struct() {
        "write `#[event(\"name\")]` above it: the struct is the payload of that event"
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
    for name in attrs.name.iter().chain(&attrs.keys.alias) {
        context.error(
            name,
            "an `other` variant has no name",
            "it takes the events that no other variant names: remove the name, or remove `other`",
        );
    }
}

fn other_has_no_codec(context: &Context, variant: &Variant<'_>) {
    for (name, key) in variant.attrs.codecs() {
        context.error(
            key,
            format_args!("`{name}` and `other` exclude each other"),
            "an `other` variant keeps the raw event as it is: remove one of the two",
        );
    }
}

fn other_is_alone(context: &Context, variant: &Variant<'_>) {
    for (name, help) in [
        ("prefix", "an `other` variant takes every name that no other variant takes: remove one of the two"),
        (
            "has",
            "an `other` variant takes what no other variant takes, whatever its data has: remove one of the two",
        ),
        (
            "line",
            "an `other` variant sends its event as it came, with its line or without: remove one of the two",
        ),
    ] {
        if let Some(key) = variant.attrs.written.get(name) {
            context.error(key, format_args!("`{name}` and `other` exclude each other"), help);
        }
    }
}

fn key_is_named(context: &Context, variant: &Variant<'_>) {
    if let Some(key) = &variant.attrs.keys.has
        && key.value().is_empty()
    {
        context.error(
            key,
            "the key that an event `has` is not empty",
            "name the key of its data that no other event of this name has: `has = \"error\"`",
        );
    }
}

fn prefix_has_no_key(context: &Context, variant: &Variant<'_>) {
    if let (Some(_), Some(key)) = (variant.attrs.written.get("prefix"), variant.attrs.written.get("has")) {
        context.error(
            key,
            "`has` and `prefix` exclude each other",
            "a key tells the events of one name apart: write that name, or remove `has`",
        );
    }
}

/// An error that nobody foresaw is worth reporting as one; an end that nobody foresaw is none, and a stream that
/// ends without it would be taken for truncated.
fn other_is_not_terminal(context: &Context, variant: &Variant<'_>) {
    if let Some(key) = variant.attrs.written.get("terminal") {
        context.error(
            key,
            "`terminal` and `other` exclude each other",
            "any event that a server adds would end the stream: name the event that does",
        );
    }
}

fn other_holds_an_event(context: &Context, variant: &Variant<'_>) {
    let ident = variant.ident;
    let help = format!(
        "write `{ident}(RawEventBuf)`, `{ident}`, or named fields out of `event`, `data`, `id` and `retry`"
    );
    match &variant.role {
        Role::Other(Other::Fields(fields)) => other_fields_exist(context, fields, &help),
        Role::Broken => {
            context.error(variant.fields, "an `other` variant holds one raw event", help);
        }
        _ => {}
    }
}

fn other_fields_exist(context: &Context, fields: &FieldsNamed, help: &str) {
    for field in fields.named.iter().filter_map(|field| field.ident.as_ref()) {
        if !["event", "data", "id", "retry"].iter().any(|part| field == part) {
            context.error(field, format_args!("a raw event has no `{field}`"), help);
        }
    }
}

fn one_other(context: &Context, model: &Model<'_>) {
    let mut others = model.variants.iter().filter_map(|variant| variant.attrs.written.get("other"));
    let Some(first) = others.next() else { return };
    for second in others {
        context.error(
            second,
            "an enum has one `other` variant",
            "unknown events go to one place: remove one of the two",
        );
        context.note(first, "first used here");
    }
}
