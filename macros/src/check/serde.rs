//! serde's keys on the enum and on its variants. Without serde's derive on the same type, nothing else reports a misspelled
//! one.

use syn::Attribute;

use crate::attr::key::most_similar;
use crate::attr::{readable, serde};
use crate::context::Context;
use crate::model::Model;

/// The keys that serde has on a type.
const CONTAINER: [&str; 18] = [
    "bound",
    "content",
    "crate",
    "default",
    "deny_unknown_fields",
    "expecting",
    "field_identifier",
    "from",
    "into",
    "remote",
    "rename",
    "rename_all",
    "rename_all_fields",
    "tag",
    "transparent",
    "try_from",
    "untagged",
    "variant_identifier",
];

/// The keys that serde has on a variant, and those of a struct that count for the fields of a variant.
const VARIANT: [&str; 15] = [
    "alias",
    "borrow",
    "bound",
    "default",
    "deny_unknown_fields",
    "deserialize_with",
    "other",
    "rename",
    "rename_all",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "untagged",
    "with",
];

pub(super) fn check(context: &Context, model: &Model<'_>) {
    are_known(context, &model.input.attrs, &CONTAINER);
    if model.is_struct() {
        return;
    }
    for variant in &model.variants {
        are_known(context, variant.attributes, &VARIANT);
    }
}

fn are_known(context: &Context, attributes: &[Attribute], keys: &[&str]) {
    for meta in serde::all(attributes) {
        let path = meta.path();
        if keys.iter().any(|key| path.is_ident(key)) {
            continue;
        }
        let name = readable(path);
        let message = format!("unknown key `{name}` in `#[serde(…)]`");
        match most_similar(keys.iter().map(|key| (*key, *key)), &name) {
            Some(key) => context.error(path, message, format_args!("did you mean `{key}`?")),
            None => context.error(path, message, format_args!("the keys are `{}`", keys.join("`, `"))),
        }
    }
}
