//! Rules of the payloads: what a variant holds, and how that is read and written.

use syn::{Fields, Type, TypeReference};

use crate::context::Context;
use crate::model::{Codec, Model, Role, Variant};
use crate::serde_attr;

pub(super) fn check(context: &Context, model: &Model<'_>) {
    for variant in &model.variants {
        if model.is_struct() {
            struct_is_its_own_payload(context, variant);
        } else if !variant.attrs.keys.other.is_set() {
            one_codec(context, variant);
            holds_one_payload(context, variant);
            codec_has_a_payload(context, variant);
        }
        if model.decodes() {
            outlives_no_data(context, model, variant);
        }
    }
}

fn struct_is_its_own_payload(context: &Context, variant: &Variant<'_>) {
    let other = variant.attrs.written.get("other").map(|other| ("other", other));
    for (name, key) in variant.attrs.codecs().chain(other) {
        context.error(
            key,
            format_args!("`{name}` does not belong on a struct"),
            "the event's payload is the struct itself, through its own `Deserialize`; for anything else write an \
             enum",
        );
    }
}

/// `decode_with` and `encode_with` go together; every other codec stands alone.
fn one_codec(context: &Context, variant: &Variant<'_>) {
    let one_way = |name: &str| matches!(name, "decode_with" | "encode_with");
    let mut codecs = variant.attrs.codecs();
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

fn holds_one_payload(context: &Context, variant: &Variant<'_>) {
    let Fields::Unnamed(fields) = &variant.fields else { return };
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
    if matches!(variant.fields, Fields::Unnamed(_)) {
        return;
    }
    let ident = variant.ident;
    for (name, key) in variant.attrs.codecs() {
        context.error(
            key,
            format_args!("`{name}` needs a payload: one unnamed field"),
            format_args!("write `{ident}(Payload)`, or remove `{name}`"),
        );
    }
}

/// What it borrows lives as long as the data, and no longer.
fn outlives_no_data(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    let types: Vec<&Type> = match &variant.role {
        Role::Named(Codec::Json(ty) | Codec::Raw(ty)) => vec![ty],
        Role::Named(Codec::Fields(fields)) => {
            let by_serde =
                fields.iter().filter(|field| !serde_attr::has_key(&field.attrs, &serde_attr::READS));
            by_serde.map(|field| &field.ty).collect()
        }
        _ => return,
    };
    for ty in types.into_iter().filter(|ty| is_static(ty)) {
        context.error(
            ty,
            "a payload cannot borrow for `'static`: the data does not live that long",
            format_args!(
                "write an owned type, `String` for text, or a lifetime of the enum: `{}<'a>`",
                model.ident()
            ),
        );
    }
}

fn is_static(ty: &Type) -> bool {
    matches!(ty, Type::Reference(TypeReference { lifetime: Some(lifetime), .. }) if lifetime.ident == "static")
}
