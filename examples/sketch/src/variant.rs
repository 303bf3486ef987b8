//! The variants of the enum: their names and their attributes.

use std::collections::BTreeSet;

use crate::decide::Key;
use crate::guess::Guesses;
use crate::json::Json;
use crate::model::{self, Variant};
use crate::name::{self, VARIANT_RULES};
use crate::protocol::{Name, Payload, Protocol};

/// The names of the variants.
pub fn idents(protocol: &Protocol, guesses: &[Guesses]) -> Vec<String> {
    let names: Vec<&str> = protocol.names.iter().map(|name| name.name.as_str()).collect();
    let short = without_common_start(&names);
    let idents = protocol.names.iter().zip(&short).zip(guesses).map(|((name, short), guesses)| {
        match (&name.has_key, short.is_empty()) {
            (Some(_), true) if guesses.is_error => "Error".to_owned(),
            (Some(key), true) => name::type_name(key),
            (None, true) if is_chunk(protocol, name) => "Chunk".to_owned(),
            (None, true) => "Message".to_owned(),
            (_, false) => name::type_name(short),
        }
    });
    unique(idents.collect())
}

/// Whether the events without a name are pieces of an answer.
fn is_chunk(protocol: &Protocol, name: &Name) -> bool {
    const PIECES: &[&str] =
        &["candidates", "choices", "chunk", "content", "delta", "done", "response", "text", "token"];
    let is_piece = |payload: &Payload| match payload {
        Payload::Json(Json::Object(object)) => PIECES.iter().any(|key| object.has(key)),
        _ => false,
    };
    protocol.end.is_some() || name.payloads.iter().any(is_piece)
}

/// The names without the first word that most of them share: `response.created`, `response.completed`.
fn without_common_start<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let split = |name: &'a str| name.split_once(['.', '/', ':']);
    let starts: Vec<&str> = names.iter().filter_map(|name| Some(split(name)?.0)).collect();
    let count = |start: &str| starts.iter().filter(|other| **other == start).count();
    let Some(start) = starts.iter().max_by_key(|start| count(start)) else { return names.to_vec() };
    let is_of_most = count(start) >= 3 && count(start) * 5 >= names.len() * 3;
    let is_general = |name: &&str| name.is_empty() || ["error", "done", "ping"].contains(name);
    let is_of_all =
        names.iter().filter(|name| !is_general(name)).all(|name| name.starts_with(&format!("{start}.")));
    if !is_of_most && !is_of_all {
        return names.to_vec();
    }
    let short =
        |name: &&'a str| split(name).filter(|(first, _)| first == start).map_or(*name, |(_, rest)| rest);
    let shortened: Vec<&str> = names.iter().map(short).collect();
    let distinct: BTreeSet<String> = shortened.iter().map(|name| name::type_name(name)).collect();
    let is_name =
        |name: &&str| name.is_empty() || name.starts_with(|first: char| first.is_ascii_alphabetic());
    if distinct.len() == names.len() && shortened.iter().all(is_name) { shortened } else { names.to_vec() }
}

/// The names, each once: a second one has a number.
pub fn unique(names: Vec<String>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !unique.contains(name));
        unique.push(free.unwrap_or(name));
    }
    unique
}

/// The rule that makes the names of all events from those of the variants.
pub fn rule(protocol: &Protocol, guesses: &[Guesses], idents: &[String]) -> Option<&'static str> {
    let shown = protocol.names.iter().zip(guesses).zip(idents);
    let shown: Vec<_> = shown.filter(|((_, guesses), _)| !guesses.is_ignored).collect();
    let (names, idents): (Vec<&Name>, Vec<String>) =
        shown.into_iter().map(|((name, _), ident)| (name, ident.clone())).unzip();
    let is_plain = |name: &&Name| !name.name.is_empty() && name.prefix_of.is_none() && name.has_key.is_none();
    let names: Option<Vec<&str>> =
        names.iter().map(|name| is_plain(name).then_some(name.name.as_str())).collect();
    rule_of(&names?, &idents)
}

pub fn rule_of(names: &[&str], idents: &[String]) -> Option<&'static str> {
    let fits = |rule: &&&str| {
        names.iter().zip(idents).all(|(name, ident)| name::renamed_variant(rule, ident) == **name)
    };
    VARIANT_RULES.iter().filter(|_| names.len() > 1).find(fits).copied()
}

/// The rule that makes the keys of all variants from the names of their fields, where more than one needs it.
pub fn rule_of_fields<'a>(variants: impl Iterator<Item = &'a [Key]>) -> Option<&'static str> {
    let variants: Vec<&[Key]> = variants.collect();
    let fits = |rule: &str, keys: &&[Key]| {
        keys.iter().all(|key| name::renamed(rule, &name::field(&key.key)) == key.key)
    };
    if variants.iter().filter(|keys| !fits("", keys)).count() < 2 {
        return None;
    }
    name::FIELD_RULES.iter().find(|rule| variants.iter().all(|keys| fits(rule, keys))).copied()
}

pub fn rename_all_fields(rule: Option<&str>) -> Vec<String> {
    rule.map(|rule| format!("rename_all_fields = {rule:?}")).into_iter().collect()
}

/// The arguments of `#[event(…)]` that name an event.
pub fn names(name: &Name, rule: Option<&str>) -> Vec<String> {
    let wire = if name.name.is_empty() { "message" } else { &name.name };
    let first = rule.is_none().then(|| format!("{wire:?}"));
    let prefix = name.prefix_of.as_ref().map(|_| "prefix".to_owned());
    let has_key = name.has_key.as_ref().map(|key| format!("has_key = {key:?}"));
    first.into_iter().chain(prefix).chain(has_key).collect()
}

/// The variant for what no recording shows, with the first of the names that is free.
pub fn other(variants: &[Variant], names: [&str; 2], payload: model::Payload) -> Variant {
    let is_free = |name: &&str| variants.iter().all(|variant| variant.name != **name);
    let name = names.into_iter().find(is_free).unwrap_or("NoneOfThese").to_owned();
    Variant { comments: Vec::new(), event: vec!["other".to_owned()], serde: Vec::new(), name, payload }
}

/// The arguments of `#[sse(…)]`.
pub fn arguments(protocol: &Protocol, guesses: &[Guesses], rule: Option<&str>, schema: bool) -> Vec<String> {
    let ignored: Vec<String> = protocol
        .names
        .iter()
        .zip(guesses)
        .filter(|(_, guesses)| guesses.is_ignored)
        .map(|(name, _)| format!("{:?}", name.name))
        .collect();
    [
        protocol.tag.as_ref().map(|tag| format!("tag = {tag:?}")),
        protocol.content.as_ref().map(|content| format!("content = {content:?}")),
        rule.map(|rule| format!("rename_all = {rule:?}")),
        protocol.end.as_ref().map(|end| format!("end = {end:?}")),
        (!ignored.is_empty()).then(|| format!("ignore({})", ignored.join(", "))),
        schema.then(|| "schema".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_names_begin_with_is_left_out() {
        let short = |names: &[&'static str]| without_common_start(names);
        assert_eq!(
            short(&["response.created", "response.item.added", "error"]),
            ["created", "item.added", "error"]
        );
        assert_eq!(short(&["chat.chunk", "chat.done"]), ["chunk", "done"]);
        for names in [
            &["a.created", "b.created"][..],
            &["run.created", "created", "error"],
            &["messages/partial", "debug"],
        ] {
            assert_eq!(short(names), names);
        }
    }

    #[test]
    fn names_are_unique() {
        let names = ["A", "A", "B", "A"].map(str::to_owned).into();
        assert_eq!(unique(names), ["A", "A2", "B", "A3"]);
    }

    #[test]
    fn one_rule_may_name_all_variants() {
        let idents = ["MessageStart".to_owned(), "Ping".to_owned()];
        assert_eq!(rule_of(&["message-start", "ping"], &idents), Some("kebab-case"));
        assert_eq!(rule_of(&["message.start", "ping"], &idents), None);
        assert_eq!(rule_of(&["ping"], &idents[1..]), None);
    }
}
