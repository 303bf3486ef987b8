//! The attribute reference has every key, in its tables and its sections, and quotes the messages exactly.

use std::collections::BTreeSet;

use super::{derive, errors};
use crate::attr::key::{self, Place};

// A symbolic link: the packaged crate has no files from outside its folder, and its tests pass there too.
const REFERENCE: &str = include_str!("attributes.md");

const PLACES: [Place; 3] = [Place::Enum, Place::Variant, Place::Field];

/// The keys of one place.
fn known(place: Place) -> BTreeSet<&'static str> {
    key::keys().filter(|key| key.place == place).map(|key| key.name).collect()
}

/// The keys at the start of a line's code spans: `end` for `` `end = "…"` ``, nothing for `` `"name"` ``.
fn keys(line: &str) -> impl Iterator<Item = &str> {
    let spans = line.split('`').skip(1).step_by(2);
    let keys =
        spans.map(|span| span.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(""));
    keys.filter(|key| !key.is_empty())
}

/// The lines after one that starts with `begins` and names the attribute, up to the next that starts with `begins`.
fn section<'a>(text: &'a str, begins: &str, attribute: &str) -> Vec<&'a str> {
    let mut lines = text.lines().skip_while(|line| !(line.starts_with(begins) && line.contains(attribute)));
    lines.next().expect("the section is there");
    lines.take_while(|line| !line.starts_with(begins)).collect()
}

fn attribute(place: Place) -> &'static str {
    match place {
        Place::Enum => "`#[sse(…)]`",
        Place::Variant => "`#[event(\"name\", …)]`",
        Place::Field => "`#[sse(nested)]`",
    }
}

#[test]
fn reference_tables_have_every_key() {
    for place in PLACES {
        let section = section(REFERENCE, "On ", attribute(place));
        let rows = section.iter().skip_while(|line| !line.starts_with("|---")).skip(1);
        let rows = rows.take_while(|line| line.starts_with('|'));
        let documented: BTreeSet<_> = rows.flat_map(|row| keys(row.split('|').nth(1).unwrap())).collect();
        assert_eq!(documented, known(place));
    }
}

#[test]
fn reference_has_section_for_every_key() {
    for place in PLACES {
        let section = section(REFERENCE, "## ", attribute(place));
        let headings = section.iter().filter_map(|line| line.strip_prefix("### "));
        assert_eq!(headings.flat_map(keys).collect::<BTreeSet<_>>(), known(place));
    }
}

/// Every section has the form of the key, an example that runs, and a misuse with the macro's message.
#[test]
fn reference_quotes_messages_of_macro() {
    for section in REFERENCE.split("\n### ").skip(1) {
        let heading = section.lines().next().unwrap();
        assert!(section.contains("\n*Form:* `"), "{heading}: no form");
        assert!(section.contains("SseEvent)]\n"), "{heading}: no example");
        let (_, misuse) = section.split_once("\n```text\n").unwrap_or_else(|| panic!("{heading}: no misuse"));
        let (misuses, _) = misuse.split_once("\n```").unwrap();
        for misuse in misuses.split("\n\n") {
            let (source, quoted) = misuse.split_once("\nerror: ").unwrap();
            let source = if source.contains("enum ") || source.contains("struct ") {
                source.to_owned()
            } else if source.starts_with("#[sse") {
                format!("{source} enum Event {{ #[event(\"a\")] A(Payload) }}")
            } else {
                format!("enum Event {{ {source} }}")
            };
            let reported = errors(&derive(&source));
            let (.., message) = reported.first().unwrap_or_else(|| panic!("no error for: {source}"));
            assert_eq!(message, quoted, "{source}");
        }
    }
}

#[test]
fn every_example_of_reference_is_checked() {
    for fence in REFERENCE.lines().filter(|line| line.starts_with("```")) {
        assert!(["```", "```text"].contains(&fence), "not run: {fence}");
    }
}
