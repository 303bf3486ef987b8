//! Rules about payloads: what a variant holds, and how it is read and written.

use syn::{Fields, Type, TypeReference};

use crate::attr::serde;
use crate::attr::value::Condition;
use crate::context::Context;
use crate::model::{Codec, Model, Role, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    for variant in &model.variants {
        if model.is_struct() {
            struct_is_its_own_payload(context, variant);
        } else if !variant.attrs.other.is_set() && !variant.attrs.is_skipped {
            holds_one_payload(context, variant);
            codec_has_a_payload(context, variant);
        }
        condition_has_a_payload(context, variant);
        if model.decodes() {
            reject_static_borrow(context, model, variant);
        }
    }
}

fn struct_is_its_own_payload(context: &Context, variant: &Variant<'_>) {
    for key in variant.attrs.codecs().chain(variant.attrs.other.written()) {
        context.error(
            key,
            format_args!("`{}` does not belong on a struct", key.key),
            "the event's payload is the struct itself, through its own `Deserialize`; for anything else write an \
             enum",
        );
    }
}

fn holds_one_payload(context: &Context, variant: &Variant<'_>) {
    let Fields::Unnamed(fields) = &variant.fields else { return };
    let ident = variant.ident;
    match fields.unnamed.len() {
        1 => {}
        0 => context.error(
            variant.fields,
            format_args!("a tuple variant needs exactly one field, and `{ident}` has none"),
            format_args!("write `{ident}` for an event whose data is not read"),
        ),
        count => context.error(
            &fields.unnamed,
            format_args!("a tuple variant needs exactly one field, and `{ident}` has {count}"),
            format_args!(
                "use one type, `{ident}(Payload)`, or name the keys of its object: `{ident} {{ … }}`"
            ),
        ),
    }
}

fn codec_has_a_payload(context: &Context, variant: &Variant<'_>) {
    if matches!(variant.fields, Fields::Unnamed(_)) {
        return;
    }
    let ident = variant.ident;
    for key in variant.attrs.codecs() {
        let name = key.key;
        context.error(
            key,
            format_args!("`{name}` needs a payload: one unnamed field"),
            format_args!("write `{ident}(Payload)`, or remove `{name}`"),
        );
    }
}

/// For a unit variant, a condition would always have the same result.
fn condition_has_a_payload(context: &Context, variant: &Variant<'_>) {
    if !matches!(variant.fields, Fields::Unit) {
        return;
    }
    for key in variant.attrs.ends() {
        if let (Some(written), Some(Condition::If(_))) = (key.written(), key.value()) {
            let (name, ident) = (written.key, variant.ident);
            context.error(
                written,
                format_args!("`{name} = function` needs a payload, and `{ident}` has none"),
                format_args!("write `{name}` alone, or give `{ident}` a payload"),
            );
        }
    }
}

/// A borrowed payload lives only as long as the data.
fn reject_static_borrow(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let types: Vec<&Type> = match &variant.role {
        Role::Named(Codec::Json(ty) | Codec::Raw(ty)) => vec![ty],
        Role::Named(Codec::Fields(fields)) => {
            let by_serde =
                fields.iter().filter(|field| !serde::has_any(&field.attrs, &serde::CUSTOM_DE_KEYS));
            by_serde.map(|field| &field.ty).collect()
        }
        _ => return,
    };
    reject_static(context, model, types);
}

pub(super) fn reject_static<'t>(
    context: &Context,
    model: &Model<'_>,
    types: impl IntoIterator<Item = &'t Type>,
) {
    for ty in types.into_iter().filter(|ty| is_static(ty)) {
        context.error(
            ty,
            "a payload cannot borrow for `'static`: the data does not live that long",
            format_args!(
                "write an owned type, `String` for text, or a lifetime of the type: `{}<'a>`",
                model.ident()
            ),
        );
    }
}

fn is_static(ty: &Type) -> bool {
    matches!(ty, Type::Reference(TypeReference { lifetime: Some(lifetime), .. }) if lifetime.ident == "static")
}
