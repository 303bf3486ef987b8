//! Rules of one variant: what it takes, and what it holds.

use syn::{Data, Fields, FieldsNamed};

use crate::context::Context;
use crate::model::{Model, Other, Role, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    for variant in &model.variants {
        says_what_it_takes(context, model, variant);
        other_has_no_name(context, variant);
        other_has_no_codec(context, variant);
        other_holds_an_event(context, variant);
        one_codec(context, variant);
        if matches!(model.input.data, Data::Struct(_)) {
            struct_is_its_own_payload(context, variant);
        } else {
            holds_one_payload(context, variant);
            codec_has_a_payload(context, variant);
        }
    }
    one_other(context, model);
}

fn says_what_it_takes(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let attrs = &variant.attrs;
    // A case rule names it, unless it is only the beginning of its names that would be named.
    let derived = model.attrs.rename_all.is_some() && !attrs.keys.prefix.is_set();
    if attrs.poisoned || attrs.name.is_some() || attrs.keys.other.is_set() || derived {
        return;
    }
    let ident = variant.ident;
    if let Data::Struct(_) = model.input.data {
        let help = format!("write `#[event(\"name\")]` above it: `{ident}` is the payload of that event");
        return match &attrs.event {
            Some(event) => {
                context.error(
                    event,
                    format_args!("the `#[event(…)]` of `{ident}` does not name an event"),
                    help,
                );
            }
            None => context.error(ident, format_args!("struct `{ident}` has no `#[event(…)]`"), help),
        };
    }
    let help =
        "write `#[event(\"name\", …)]`, or `#[event(other)]` for the variant that takes unknown events";
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
    if !keys.other.is_set() {
        return;
    }
    for (name, key) in keys.codecs() {
        context.error(
            key,
            format_args!("`{name}` and `other` exclude each other"),
            "an `other` variant keeps the raw event as it is: remove one of the two",
        );
    }
    if keys.prefix.is_set() {
        context.error(
            &keys.prefix,
            "`prefix` and `other` exclude each other",
            "an `other` variant takes every name that no other variant takes: remove one of the two",
        );
    }
}

fn other_holds_an_event(context: &Context, variant: &Variant<'_>) {
    if !variant.attrs.keys.other.is_set() {
        return;
    }
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

/// `decode_with` and `encode_with` go together; every other codec stands alone.
fn one_codec(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    if keys.other.is_set() {
        return;
    }
    let one_way = |name: &str| matches!(name, "decode_with" | "encode_with");
    let mut codecs = keys.codecs();
    let Some((first, _)) = codecs.next() else { return };
    for (second, key) in codecs.filter(|(second, _)| !(one_way(first) && one_way(second))) {
        context.error(
            key,
            format_args!("`{first}` and `{second}` exclude each other"),
            "a payload is read in one way: `raw` takes the text as it is, `parse` goes through `FromStr`, `with` \
             through functions of yours: remove one of the two",
        );
    }
}

fn struct_is_its_own_payload(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    let other = keys.other.is_set().then_some(("other", &keys.other as &dyn quote::ToTokens));
    for (name, key) in keys.codecs().chain(other) {
        context.error(
            key,
            format_args!("`{name}` does not belong on a struct"),
            "the event's payload is the struct itself, through its own `Deserialize`; for anything else write an \
             enum",
        );
    }
}

fn holds_one_payload(context: &Context, variant: &Variant<'_>) {
    let Fields::Unnamed(fields) = &variant.fields else { return };
    if variant.attrs.keys.other.is_set() {
        return;
    }
    let ident = variant.ident;
    match fields.unnamed.len() {
        1 => {}
        0 => context.error(
            variant.fields,
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

fn codec_has_a_payload(context: &Context, variant: &Variant<'_>) {
    let keys = &variant.attrs.keys;
    if keys.other.is_set() || matches!(variant.fields, Fields::Unnamed(_)) {
        return;
    }
    let ident = variant.ident;
    for (name, key) in keys.codecs() {
        context.error(
            key,
            format_args!("`{name}` needs a payload: one unnamed field"),
            format_args!("write `{ident}(Payload)`, or remove `{name}`"),
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
