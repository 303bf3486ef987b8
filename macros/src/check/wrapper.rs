//! Rules about wrappers: which field is the event, how the object holds it, and which options are not valid.

use std::collections::HashMap;

use quote::ToTokens as _;
use syn::Fields;

use super::payloads::reject_static;
use crate::attr::serde::{self, CUSTOM_DE_KEYS, Direction};
use crate::context::Context;
use crate::model::Model;
use crate::model::wrapper::{Holds, Marked, Wrapper};

/// The keys of `#[sse(…)]` that are valid on a wrapper: those that concern neither names nor the data of the event.
const KEYS: [&str; 7] = ["bound", "crate", "encode", "encode_only", "error_type", "schema", "try_from"];

pub(super) fn check(context: &Context, model: &Model<'_>) {
    let Some(wrapper) = &model.wrapper else { return };
    // A malformed attribute may not have been meant to make the struct a wrapper.
    if wrapper.event.attrs.is_invalid() {
        return;
    }
    has_named_fields(context, model, wrapper);
    has_one_event(context, wrapper);
    for marked in std::iter::once(&wrapper.event).chain(&wrapper.further) {
        has_a_form(context, marked);
    }
    error_is_of_a_result(context, &wrapper.event);
    has_no_name(context, wrapper);
    reject_keys_of_the_event(context, model);
    nested_has_a_key(context, wrapper);
    keys_are_unique(context, wrapper);
    reject_unknown_fields_of_flattened(context, model, wrapper);
    reject_serde_codec(context, wrapper);
    if model.decodes() {
        let by_serde = wrapper.siblings().filter(|field| !serde::has_any(&field.attrs, &CUSTOM_DE_KEYS));
        reject_static(context, model, by_serde.map(|field| &field.ty));
    }
}

fn has_named_fields(context: &Context, model: &Model<'_>, wrapper: &Wrapper<'_>) {
    if !matches!(wrapper.fields, Fields::Named(_)) {
        context.error(
            wrapper.fields,
            "the fields of a wrapper need names, which are the keys of its object",
            format_args!("write `struct {} {{ … }}`", model.ident()),
        );
    }
}

fn has_one_event(context: &Context, wrapper: &Wrapper<'_>) {
    for field in &wrapper.further {
        let written = field.attrs.nested.written().or(field.attrs.flatten.written());
        if let Some(written) = written.filter(|_| !field.attrs.is_invalid()) {
            let first =
                wrapper.event.field.ident.as_ref().map_or_else(String::new, |name| format!(", `{name}`,"));
            context.error(
                written,
                format_args!("a wrapper holds one event, and another field{first} is already marked"),
                "remove one of the two; for an error instead of the event write `Result<Event, Error>` and \
                 `#[sse(nested, error = \"error\")]`",
            );
        }
    }
}

fn has_a_form(context: &Context, event: &Marked<'_>) {
    if event.attrs.nested.is_absent() && event.attrs.flatten.is_absent() {
        let message = "`#[sse(…)]` of a field needs `nested` or `flatten`";
        let help = "use `nested` for an event under the field's own key, `flatten` for an event whose keys are alongside \
                    the other fields";
        match event.attrs.error.written() {
            Some(key) => context.error(key, message, help),
            None => context.error(attribute(event), message, help),
        }
    }
}

/// The tokens to underline for an empty attribute.
fn attribute(event: &Marked<'_>) -> proc_macro2::TokenStream {
    let attributes = event.field.attrs.iter().find(|attribute| attribute.path().is_ident("sse"));
    attributes.map(|attribute| attribute.meta.to_token_stream()).unwrap_or_default()
}

fn error_is_of_a_result(context: &Context, event: &Marked<'_>) {
    if !event.attrs.nested.is_set() || event.attrs.error.is_invalid() {
        return;
    }
    match event.attrs.error.written() {
        Some(key) if !event.is_result() => context.error(
            key,
            "`error` needs a field of the type `Result<Event, Error>`",
            "write this type with both of its parameters, or remove `error`",
        ),
        None if event.is_result() => context.error(
            &event.field.ty,
            "a `Result` in a wrapper needs the key of its error",
            "write `#[sse(nested, error = \"error\")]`",
        ),
        _ => {}
    }
}

fn has_no_name(context: &Context, wrapper: &Wrapper<'_>) {
    if let Some(event) = &wrapper.attrs.event {
        context.error(
            event,
            "a wrapper does not have a name",
            "only the event in it has names: remove this attribute",
        );
    }
}

fn reject_keys_of_the_event(context: &Context, model: &Model<'_>) {
    for key in model.attrs.all() {
        // `kind` on a struct is reported elsewhere.
        if !KEYS.contains(&key.key) && key.key != "kind" {
            context.error(
                key,
                format_args!("`{}` does not belong on a wrapper", key.key),
                "it is an option of the event in the wrapper: write it there",
            );
        }
    }
}

fn nested_has_a_key(context: &Context, wrapper: &Wrapper<'_>) {
    if wrapper.is_nested()
        && let Some(meta) = serde::find(&wrapper.event.field.attrs, &["flatten", "skip"])
    {
        context.error(
            meta,
            "a `nested` event is under a key",
            "remove this, or write `#[sse(flatten)]` for an event whose keys are alongside the other fields",
        );
    }
}

fn keys_are_unique(context: &Context, wrapper: &Wrapper<'_>) {
    let named = wrapper.fields.iter().filter(|field| wrapper.is_nested() || !wrapper.is_event(field));
    let mut keys: HashMap<String, String> = HashMap::new();
    for field in named {
        let Some(key) = wrapper.key(field, Direction::Deserialize) else { continue };
        let field = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        if let Some(first) = keys.insert(key.value.clone(), field) {
            context.error(
                &key.tokens,
                format_args!("the field `{first}` already has the key {:?}", key.value),
                "give one of the two another key: `#[serde(rename = \"…\")]`",
            );
        }
    }
    if let Holds::EventOrError { key, .. } = wrapper.event.holds()
        && let Some(field) = keys.get(&key.value())
    {
        context.error(
            key,
            format_args!("the field `{field}` already has the key {:?}", key.value()),
            "the error in the `Result` needs a separate key: write another key, or remove the field",
        );
    }
}

/// As in serde, the keys of the event would be unknown fields.
fn reject_unknown_fields_of_flattened(context: &Context, model: &Model<'_>, wrapper: &Wrapper<'_>) {
    if wrapper.event.attrs.flatten.is_set()
        && let Some(meta) = serde::find(&model.input.attrs, &["deny_unknown_fields"])
    {
        context.error(
            meta,
            "serde's `deny_unknown_fields` and `flatten` exclude each other",
            "the keys of the event would be unknown fields: remove one of the two",
        );
    }
}

fn reject_serde_codec(context: &Context, wrapper: &Wrapper<'_>) {
    for key in ["with", "deserialize_with", "serialize_with"] {
        if let Some(meta) = serde::find(&wrapper.event.field.attrs, &[key]) {
            context.error(
                meta,
                format_args!("serde's `{key}` does not belong on the event of a wrapper"),
                "the event's own derive reads and writes it: remove this",
            );
        }
    }
}
