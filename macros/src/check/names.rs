//! Rules about names: which texts are valid, and that each name selects one variant.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::case::{CASES, Case};
use crate::context::Context;
use crate::event_name::Name;
use crate::model::{Model, Variant};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    case_is_known(context, model);
    names_can_be_sent(context, model);
    names_are_unique(context, model);
    ignored_names_are_unique(context, model);
    ignored_names_are_free(context, model);
}

fn case_is_known(context: &Context, model: &Model<'_>) {
    let Some(case) = model.attrs.rename_all.value() else { return };
    if Case::parse(&case.value()).is_none() {
        let cases = CASES.map(|(name, _)| format!("\"{name}\"")).join(", ");
        context.error(
            case,
            format_args!("unknown case {:?} in `rename_all`", case.value()),
            format_args!("the cases are serde's: {cases}"),
        );
    }
}

fn names_can_be_sent(context: &Context, model: &Model<'_>) {
    let ignored = model.attrs.ignored().iter().map(|name| (Name::explicit(name), false));
    let names = model
        .variants
        .iter()
        .flat_map(|variant| variant.names.iter().map(|name| (name.clone(), variant.is_prefix())));
    for (name, is_prefix) in names.chain(ignored) {
        if name.value.is_empty() && is_prefix {
            context.error(
                &name.tokens,
                "an empty prefix matches every event name",
                "write how the names begin, or `#[event(other)]` for the variant that takes unknown events",
            );
        } else if name.value.is_empty() {
            context.error(
                &name.tokens,
                "event names must not be empty",
                "an event without an `event:` line has the name \"message\"",
            );
        } else if name.value == "[DONE]" && !is_prefix {
            context.error(
                &name.tokens,
                "`[DONE]` is the data of an event, not its name",
                "remove the variant or the name, and write `#[sse(end = \"[DONE]\")]`: the stream ends with it",
            );
        } else if !can_be_sent(&name) {
            context.error(
                &name.tokens,
                "event names must not contain line breaks or NUL",
                "an `event:` line is one line of text: remove the character",
            );
        }
    }
}

fn can_be_sent(name: &Name) -> bool {
    !name.value.is_empty() && !name.value.contains(['\r', '\n', '\0'])
}

/// A name, or a name with a key of the data, selects one variant.
fn names_are_unique(context: &Context, model: &Model<'_>) {
    let variants = model.variants.iter().filter(|variant| !variant.attrs.has_key.is_invalid());
    let names = variants.flat_map(|variant| variant.names.iter().map(move |name| (name, variant)));
    let names = names.filter(|(name, _)| can_be_sent(name));
    for ((second, variant), (_, first)) in
        duplicates(names, |(name, variant)| (&*name.value, variant.has_key()))
    {
        let name = &second.value;
        let users = users(first, variant);
        let exact = !variant.is_prefix() && !first.is_prefix();
        let (message, help) = match variant.has_key() {
            _ if variant.ident == first.ident || !exact => {
                (format!("the name \"{name}\" is used twice{users}"), RENAME.to_owned())
            }
            None => (
                format!("the name \"{name}\" is used twice{users}"),
                format!("{RENAME}, or distinguish one of them by a key of its data: `has_key = \"key\"`"),
            ),
            Some(key) => (
                format!("the name \"{name}\" is used twice with the key {key:?}{users}"),
                "the first variant matches every such event: write another key, or remove one of the two"
                    .to_owned(),
            ),
        };
        context.error(&second.tokens, message, help);
    }
}

const RENAME: &str = "each event selects one variant: rename or remove one of the two";

/// The variants that use the name.
fn users(first: &Variant<'_>, second: &Variant<'_>) -> String {
    if first.ident == second.ident {
        format!(" by `{}`", first.ident)
    } else {
        format!(", by `{}` and by `{}`", first.ident, second.ident)
    }
}

/// The items with the key of an earlier item, each with the first such item.
fn duplicates<T: Copy, K: Eq + Hash>(items: impl Iterator<Item = T>, key: impl Fn(T) -> K) -> Vec<(T, T)> {
    let mut firsts = HashMap::new();
    let mut duplicates = Vec::new();
    for item in items {
        match firsts.entry(key(item)) {
            Entry::Occupied(first) => duplicates.push((item, *first.get())),
            Entry::Vacant(entry) => {
                entry.insert(item);
            }
        }
    }
    duplicates
}

fn ignored_names_are_unique(context: &Context, model: &Model<'_>) {
    let ignored: Vec<_> = model.attrs.ignored().iter().map(Name::explicit).collect();
    for (second, _) in duplicates(ignored.iter().filter(|name| can_be_sent(name)), |name| &name.value) {
        context.error(
            &second.tokens,
            format_args!("\"{}\" is already in the list", second.value),
            "remove one of the two",
        );
    }
}

fn ignored_names_are_free(context: &Context, model: &Model<'_>) {
    for ignored in model.attrs.ignored() {
        let value = ignored.value();
        if let Some((_, variant)) = names(model, false).find(|(name, _)| name.value == value) {
            context.error(
                ignored,
                format_args!("\"{value}\" is both ignored and the name of the variant `{}`", variant.ident),
                "remove it here, or remove the variant",
            );
        } else if let Some((prefix, variant)) =
            names(model, true).find(|(prefix, _)| value.starts_with(&prefix.value))
        {
            context.error(
                ignored,
                format_args!(
                    "\"{value}\" is never ignored: the prefix \"{}\" of `{}` matches it",
                    prefix.value, variant.ident
                ),
                "variants come before the list: remove it here, or add a unit variant with this name",
            );
        }
    }
}

/// The exact names of the variants, or their prefixes.
fn names<'a>(model: &'a Model<'_>, prefix: bool) -> impl Iterator<Item = (&'a Name, &'a Variant<'a>)> {
    let variants = model.variants.iter().filter(move |variant| variant.is_prefix() == prefix);
    variants
        .flat_map(|variant| variant.names.iter().map(move |name| (name, variant)))
        .filter(|(name, _)| can_be_sent(name))
}
