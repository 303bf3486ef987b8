//! Rules of the names: what they may be, and that each leads to one variant.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::case::{CASES, Case};
use crate::context::Context;
use crate::model::{Model, Name};

pub(super) fn check(context: &Context, model: &Model<'_>) {
    case_is_known(context, model);
    can_all_be_sent(context, model);
    are_unique(context, model);
    ignored_are_unique(context, model);
    ignored_are_free(context, model);
}

fn case_is_known(context: &Context, model: &Model<'_>) {
    let Some(case) = &model.attrs.rename_all else { return };
    if Case::parse(&case.value()).is_none() {
        let cases = CASES.map(|(name, _)| format!("\"{name}\"")).join(", ");
        context.error(
            case,
            format_args!("`rename_all` knows no case {:?}", case.value()),
            format_args!("the cases are serde's: {cases}"),
        );
    }
}

fn can_all_be_sent(context: &Context, model: &Model<'_>) {
    let ignored = model.attrs.ignore.0.iter().map(|name| (Name::new(name), false));
    let names = model
        .variants
        .iter()
        .flat_map(|variant| variant.names.iter().map(|name| (name.clone(), variant.is_prefix())));
    for (name, is_prefix) in names.chain(ignored) {
        if name.value.is_empty() && is_prefix {
            context.error(
                &name.tokens,
                "every name begins with an empty prefix",
                "write how the names begin, or `#[event(other)]` for the variant that takes unknown events",
            );
        } else if name.value.is_empty() {
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

/// Of a name, or of a name and the key that its variant is told by.
fn are_unique(context: &Context, model: &Model<'_>) {
    let variants = model.variants.iter().filter(|variant| !variant.attrs.has_refused);
    let names = variants.flat_map(|variant| variant.names.iter().map(move |name| (name, variant)));
    let names = names.filter(|(name, _)| can_be_sent(name));
    for ((second, variant), (first, other)) in
        duplicates(names, |(name, variant)| (&*name.value, variant.has()))
    {
        let name = &second.value;
        let exact = !variant.is_prefix() && !other.is_prefix();
        let (message, help) = match variant.has() {
            _ if variant.ident == other.ident || !exact => (used_twice(name), RENAME.to_owned()),
            None => (
                used_twice(name),
                format!("{RENAME}, or say which key of its data tells one of them: `has = \"key\"`"),
            ),
            Some(key) => (
                format!("the name \"{name}\" is used twice with the key {key:?}"),
                "the first variant takes every such event: write another key, or remove one of the two"
                    .to_owned(),
            ),
        };
        context.error(&second.tokens, message, help);
        context.note(&first.tokens, "first used here");
    }
}

const RENAME: &str = "one event goes to one variant: rename or remove one of the two";

fn used_twice(name: &str) -> String {
    format!("the name \"{name}\" is used twice")
}

/// The items of which one with the same key was there before, each with that one.
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

fn ignored_are_unique(context: &Context, model: &Model<'_>) {
    let ignored: Vec<_> = model.attrs.ignore.0.iter().map(Name::new).collect();
    for (second, first) in duplicates(ignored.iter().filter(|name| can_be_sent(name)), |name| &name.value) {
        context.error(
            &second.tokens,
            format_args!("\"{}\" is ignored twice", second.value),
            "remove one of the two",
        );
        context.note(&first.tokens, "first used here");
    }
}

fn ignored_are_free(context: &Context, model: &Model<'_>) {
    for ignored in &model.attrs.ignore.0 {
        let value = ignored.value();
        if let Some(name) = names(model, false).find(|name| name.value == value) {
            context.error(
                ignored,
                format_args!("\"{value}\" is ignored and is the name of a variant"),
                "an event cannot be both: remove it here or there",
            );
            context.note(&name.tokens, "the variant's name");
        } else if let Some(prefix) = names(model, true).find(|prefix| value.starts_with(&prefix.value)) {
            context.error(
                ignored,
                format_args!("\"{value}\" is ignored and is never reached: a prefix takes it"),
                "a variant is asked first: remove it here, or give it a unit variant of its own",
            );
            context.note(&prefix.tokens, "the prefix that takes it");
        }
    }
}

/// The names that a variant takes as they are, or the beginnings of names.
fn names<'a>(model: &'a Model<'_>, prefix: bool) -> impl Iterator<Item = &'a Name> {
    let variants = model.variants.iter().filter(move |variant| variant.is_prefix() == prefix);
    variants.flat_map(|variant| &variant.names).filter(|name| can_be_sent(name))
}
