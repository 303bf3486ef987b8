//! Rules of the options: what each needs, and what it excludes.

use quote::ToTokens;
use syn::Data;

use crate::context::Context;
use crate::model::{Model, Other, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    tag_is_plain(context, model);
    one_of_the_encodes(context, model);
    decoding_options_need_decoding(context, model);
    encoding_options_need_encoding(context, model);
    for variant in &model.variants {
        prefixed_names_are_encoded_by_hand(context, model, variant);
    }
    encoded_other_keeps_its_event(context, model);
    kind_is_of_an_enum(context, model);
    kind_names_are_free(context, model);
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

fn one_of_the_encodes(context: &Context, model: &Model<'_>) {
    let attrs = &model.attrs;
    if attrs.encode.is_set() && attrs.encode_only.is_set() {
        context.error(
            &attrs.encode_only,
            "`encode` and `encode_only` exclude each other",
            "`encode` adds encoding, `encode_only` leaves decoding out: remove one of the two",
        );
    }
}

fn decoding_options_need_decoding(context: &Context, model: &Model<'_>) {
    if model.decodes() {
        return;
    }
    let attrs = &model.attrs;
    let ignore = attrs.ignore.0.first().map(|name| ("ignore", name as &dyn ToTokens));
    let error_type = attrs.error_type.as_ref().map(|path| ("error_type", path as &dyn ToTokens));
    let try_from = attrs.try_from.as_ref().map(|value| ("try_from", value as &dyn ToTokens));
    let decode_with = model.variants.iter().filter_map(|variant| {
        variant.attrs.keys.decode_with.as_ref().map(|path| ("decode_with", path as &dyn ToTokens))
    });
    for (name, tokens) in [ignore, error_type, try_from].into_iter().flatten().chain(decode_with) {
        context.error(
            tokens,
            format_args!("`{name}` and `encode_only` exclude each other"),
            format_args!("`{name}` is about decoding: remove it, or write `encode` instead of `encode_only`"),
        );
    }
}

fn encoding_options_need_encoding(context: &Context, model: &Model<'_>) {
    if model.encodes() {
        return;
    }
    let line = model.attrs.line.as_ref().map(|value| ("line", value as &dyn ToTokens));
    let encode_with = model.variants.iter().filter_map(|variant| {
        variant.attrs.keys.encode_with.as_ref().map(|path| ("encode_with", path as &dyn ToTokens))
    });
    for (name, tokens) in line.into_iter().chain(encode_with) {
        context.error(
            tokens,
            format_args!("`{name}` has no effect without `encode`"),
            format_args!("add `#[sse(encode)]` to the type, or remove `{name}`"),
        );
    }
}

fn prefixed_names_are_encoded_by_hand(context: &Context, model: &Model<'_>, variant: &Variant<'_>) {
    if model.encodes() && variant.is_prefix() && variant.encode_with().is_none() {
        context.error(
            &variant.attrs.keys.prefix,
            "an event whose name is known by its beginning alone cannot be encoded",
            "write `encode_with = function`, which makes the whole event",
        );
    }
}

fn encoded_other_keeps_its_event(context: &Context, model: &Model<'_>) {
    let Some((variant, Other::Fields(fields))) = model.other().filter(|_| model.encodes()) else { return };
    for part in ["event", "data"] {
        if !fields.named.iter().any(|field| field.ident.as_ref().is_some_and(|field| field == part)) {
            context.error(
                variant.fields,
                format_args!("`{}` is encoded and does not keep the `{part}` of an event", variant.ident),
                format_args!(
                    "add the field `{part}: String`, or keep the whole event: `{}(RawEventBuf)`",
                    variant.ident
                ),
            );
        }
    }
}

fn kind_is_of_an_enum(context: &Context, model: &Model<'_>) {
    if model.attrs.kind.is_some() && matches!(model.input.data, Data::Struct(_)) {
        context.error(
            model.ident(),
            "a struct is one kind of event",
            "remove `kind`: it is the enum of the names of an enum of events",
        );
    }
}

/// The kind of an `other` value is called `Other`.
fn kind_names_are_free(context: &Context, model: &Model<'_>) {
    if model.attrs.kind.is_none() || model.other().is_none() {
        return;
    }
    for (variant, ..) in model.named().filter(|(variant, ..)| variant.ident == "Other") {
        context.error(
            variant.ident,
            "`kind` calls the kind of unknown events `Other`",
            "rename this variant, or remove `kind`",
        );
    }
}
