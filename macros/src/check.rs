//! Whether the enum can be what it says: one small function a rule.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use quote::quote;
use syn::{Data, DataStruct, DataUnion, Fields, FieldsNamed};

use crate::context::Context;
use crate::model::{Model, Name, Other, Role, Variant};

/// Reports everything that is wrong.
pub(crate) fn check(context: &Context, model: &Model<'_>) {
    is_enum(context, model);
    has_variants(context, model);
    for variant in &model.variants {
        says_what_it_takes(context, variant);
        other_has_no_name(context, variant);
        other_has_no_codec(context, variant);
        other_holds_an_event(context, variant);
        one_codec(context, variant);
        holds_one_payload(context, variant);
        text_codec_has_a_payload(context, variant);
    }
    tag_is_plain(context, model);
    names_can_be_sent(context, model);
    one_other(context, model);
    names_are_unique(context, model);
    ignored_names_are_free(context, model);
}

fn is_enum(context: &Context, model: &Model<'_>) {
    let ident = model.ident();
    let (header, noun) = match &model.input.data {
        Data::Enum(_) => return,
        Data::Struct(DataStruct { struct_token, .. }) => (quote!(#struct_token #ident), "struct"),
        Data::Union(DataUnion { union_token, .. }) => (quote!(#union_token #ident), "union"),
    };
    context.error(
        header,
        format_args!("`SseEvent` is derived for an enum of events, not for a {noun}"),
        format_args!("write `enum {ident} {{ #[event(\"name\")] Variant(Payload), … }}`"),
    );
}

fn has_variants(context: &Context, model: &Model<'_>) {
    if matches!(&model.input.data, Data::Enum(data) if data.variants.is_empty()) {
        context.error(
            model.ident(),
            "an enum of events needs a variant",
            "add `#[event(\"name\")] Variant(Payload)`",
        );
    }
}

fn says_what_it_takes(context: &Context, variant: &Variant<'_>) {
    let attrs = &variant.attrs;
    if attrs.poisoned || attrs.name.is_some() || attrs.keys.other.is_set() {
        return;
    }
    let help =
        "write `#[event(\"name\", …)]`, or `#[event(other)]` for the variant that takes unknown events";
    let ident = variant.ident();
    match &attrs.event {
        Some(event) => {
            context.error(event, format_args!("the `#[event(…)]` of `{ident}` does not name an event"), help);
        }
        None => context.error(ident, format_args!("variant `{ident}` has no `#[event(…)]`"), help),
    }
}

fn other_has_no_name(context: &Context, variant: &Variant<'_>) {
    let attrs = &variant.attrs;
    if !attrs.keys.other.is_set() {
        return;
    }
    for name in attrs.name.iter().chain(&attrs.keys.alias) {
        context.error(
            name,
            "an `other` variant has no name",
            "it takes the events that no other variant names: remove the name, or remove `other`",
        );
    }
}

fn other_has_no_codec(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    for (flag, name) in [(&keys.raw, "raw"), (&keys.parse, "parse")] {
        if keys.other.is_set() && flag.is_set() {
            context.error(
                flag,
                format_args!("`{name}` and `other` exclude each other"),
                "an `other` variant keeps the raw event as it is: remove one of the two",
            );
        }
    }
}

fn other_holds_an_event(context: &Context, variant: &Variant<'_>) {
    if !variant.attrs.keys.other.is_set() {
        return;
    }
    let ident = variant.ident();
    let help = format!(
        "write `{ident}(RawEventBuf)`, `{ident}`, or named fields out of `event`, `data`, `id` and `retry`"
    );
    match &variant.role {
        Role::Other(Other::Fields(fields)) => other_fields_exist(context, fields, &help),
        Role::Broken => {
            context.error(&variant.source.fields, "an `other` variant holds one raw event", help);
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

fn one_codec(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    if keys.raw.is_set() && keys.parse.is_set() && !keys.other.is_set() {
        context.error(
            &keys.parse,
            "`raw` and `parse` exclude each other",
            "`raw` takes the text as it is, `parse` goes through `FromStr`: remove one of the two",
        );
    }
}

fn holds_one_payload(context: &Context, variant: &Variant<'_>) {
    let Fields::Unnamed(fields) = &variant.source.fields else { return };
    if variant.attrs.keys.other.is_set() {
        return;
    }
    let ident = variant.ident();
    match fields.unnamed.len() {
        1 => {}
        0 => context.error(
            &variant.source.fields,
            format_args!("variant `{ident}` has parentheses and no payload"),
            format_args!("write `{ident}` for an event whose data is not looked at"),
        ),
        count => context.error(
            &fields.unnamed,
            format_args!("variant `{ident}` has {count} unnamed fields, an event has one payload"),
            format_args!(
                "make it one type, `{ident}(Payload)`, or name the keys of its object: `{ident} {{ … }}`"
            ),
        ),
    }
}

fn text_codec_has_a_payload(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    if keys.other.is_set() || matches!(variant.source.fields, Fields::Unnamed(_)) {
        return;
    }
    let ident = variant.ident();
    for (flag, name) in [(&keys.raw, "raw"), (&keys.parse, "parse")] {
        if flag.is_set() {
            context.error(
                flag,
                format_args!("`{name}` needs a payload: one unnamed field"),
                format_args!("write `{ident}(String)`, or remove `{name}`"),
            );
        }
    }
}

fn names_can_be_sent(context: &Context, model: &Model<'_>) {
    let ignored = model.attrs.ignore.0.iter().map(Name::new);
    let names = model.variants.iter().flat_map(|variant| &variant.names);
    for name in names.cloned().chain(ignored) {
        if name.value.is_empty() {
            context.error(
                &name.tokens,
                "the name of an event is not empty",
                "an event without an `event:` line has the name \"message\"",
            );
        } else if !can_be_sent(&name) {
            context.error(
                &name.tokens,
                "the name of an event has no line break and no NUL",
                "an `event:` line is one line of text: remove the character",
            );
        }
    }
}

fn can_be_sent(name: &Name) -> bool {
    !name.value.is_empty() && !name.value.contains(['\r', '\n', '\0'])
}

/// The names that a frame can have, of every variant.
fn sendable<'a>(model: &'a Model<'_>) -> impl Iterator<Item = &'a Name> {
    model.variants.iter().flat_map(|variant| &variant.names).filter(|name| can_be_sent(name))
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

fn one_other(context: &Context, model: &Model<'_>) {
    let mut others = model.variants.iter().filter(|variant| variant.attrs.keys.other.is_set());
    let Some(first) = others.next() else { return };
    for second in others {
        context.error(
            &second.attrs.keys.other,
            "an enum has one `other` variant",
            "unknown events go to one place: remove one of the two",
        );
        context.note(&first.attrs.keys.other, "first used here");
    }
}

fn names_are_unique(context: &Context, model: &Model<'_>) {
    let mut firsts: HashMap<&str, &Name> = HashMap::new();
    for name in sendable(model) {
        match firsts.entry(&name.value) {
            Entry::Occupied(first) => duplicate(context, name, first.get()),
            Entry::Vacant(entry) => {
                entry.insert(name);
            }
        }
    }
}

fn duplicate(context: &Context, second: &Name, first: &Name) {
    let name = &second.value;
    context.error(
        &second.tokens,
        format_args!("the name \"{name}\" is used twice"),
        "one event goes to one variant: rename or remove one of the two",
    );
    context.note(&first.tokens, "first used here");
}

fn ignored_names_are_free(context: &Context, model: &Model<'_>) {
    for ignored in &model.attrs.ignore.0 {
        let value = ignored.value();
        if let Some(name) = sendable(model).find(|name| name.value == value) {
            context.error(
                ignored,
                format_args!("\"{value}\" is ignored and is the name of a variant"),
                "an event cannot be both: remove it here or there",
            );
            context.note(&name.tokens, "the variant's name");
        }
    }
}
