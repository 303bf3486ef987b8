//! Rules of the names: what they may be, and that each leads to one variant.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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

fn are_unique(context: &Context, model: &Model<'_>) {
    let names = model.variants.iter().flat_map(|variant| &variant.names);
    for (second, first) in duplicates(names.filter(|name| can_be_sent(name))) {
        context.error(
            &second.tokens,
            format_args!("the name \"{}\" is used twice", second.value),
            "one event goes to one variant: rename or remove one of the two",
        );
        context.note(&first.tokens, "first used here");
    }
}

/// The names that were there before, each with the one that was.
fn duplicates<'a>(names: impl Iterator<Item = &'a Name>) -> Vec<(&'a Name, &'a Name)> {
    let mut firsts: HashMap<&str, &Name> = HashMap::new();
    let mut duplicates = Vec::new();
    for name in names {
        match firsts.entry(&name.value) {
            Entry::Occupied(first) => duplicates.push((name, *first.get())),
            Entry::Vacant(entry) => {
                entry.insert(name);
            }
        }
    }
    duplicates
}

fn ignored_are_unique(context: &Context, model: &Model<'_>) {
    let ignored: Vec<_> = model.attrs.ignore.0.iter().map(Name::new).collect();
    for (second, first) in duplicates(ignored.iter().filter(|name| can_be_sent(name))) {
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
