//! A file as text, as rustfmt would write it.

use std::fmt::Write as _;

use crate::model::{Body, Field, File, Item, Payload, Variant};

/// rustfmt's defaults: the widths of a line, of an attribute's arguments, and of a variant's fields.
const LINE: usize = 100;
const ATTRIBUTE: usize = 70;
const VARIANT: usize = 35;

/// What the types of a file may need, and from where.
const IMPORTS: &[(&str, &str)] = &[
    ("BTreeMap<", "use std::collections::BTreeMap;\n"),
    ("JsonSchema", "use schemars::JsonSchema;\n"),
    ("Deserialize", "use serde::Deserialize;\n"),
    ("Value", "use serde_json::Value;\n"),
    ("RawEventBuf", "use sse_event::{RawEventBuf, SseEvent};\n"),
];

impl File {
    pub fn print(&self) -> String {
        let mut items = String::new();
        for item in &self.items {
            items.push('\n');
            item.print(&mut items);
        }
        let mut text = String::new();
        for line in &self.header {
            let _ = writeln!(text, "{}", format!("//! {line}").trim_end());
        }
        text.push('\n');
        for (word, import) in IMPORTS.iter().filter(|(word, _)| has_word(&items, word)) {
            text.push_str(import);
            if *word == "BTreeMap<" {
                text.push('\n');
            }
        }
        text + &items
    }
}

/// Whether a text has a word, and not only a longer one.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let is_inside = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_');
        let after = text[at + word.len()..].chars().next().filter(|_| !word.ends_with('<'));
        !is_inside(text[..at].chars().next_back()) && !is_inside(after)
    })
}

impl Item {
    fn print(&self, out: &mut String) {
        if let Body::Method { name, value } = &self.body {
            let _ = write!(
                out,
                "impl {} {{\n    fn {name}(&self) -> bool {{\n        {value}\n    }}\n}}\n",
                self.name
            );
            return;
        }
        comments(out, "", "//", &self.comments);
        let _ = writeln!(out, "#[derive({})]", self.derives.join(", "));
        attribute(out, "", "sse", &self.sse);
        attribute(out, "", "serde", &self.serde);
        match &self.body {
            Body::Struct(fields) => {
                let _ = writeln!(out, "pub struct {} {{", self.name);
                for field in fields {
                    field.print(out, "    ", "pub ");
                }
            }
            Body::Enum(variants) => {
                let _ = writeln!(out, "pub enum {} {{", self.name);
                // One that takes several lines puts the fields of all of them on lines of their own.
                let mut is_short: Vec<bool> =
                    variants.iter().map(|variant| variant.one_line().is_some()).collect();
                let is_single =
                    variants.iter().zip(&is_short).map(|(variant, is_short)| *is_short && variant.is_bare());
                let is_single: Vec<bool> = is_single.collect();
                if is_single.contains(&true) && is_single.contains(&false) {
                    is_short.fill(false);
                }
                for (variant, is_short) in variants.iter().zip(is_short) {
                    variant.print(out, is_short);
                }
            }
            Body::Method { .. } => {}
        }
        out.push_str("}\n");
    }
}

impl Variant {
    /// Without attributes.
    fn is_bare(&self) -> bool {
        self.event.is_empty() && self.serde.is_empty()
    }

    /// The variant on one line, if it fits.
    fn one_line(&self) -> Option<String> {
        match &self.payload {
            Payload::None => Some(self.name.clone()),
            Payload::Type(r#type) => Some(format!("{}({type})", self.name)),
            Payload::Fields(fields) => {
                let is_bare =
                    |field: &Field| field.doc.is_none() && field.sse.is_empty() && field.serde.is_empty();
                let texts: Vec<String> =
                    fields.iter().map(|field| format!("{}: {}", field.name, field.r#type)).collect();
                let text = texts.join(", ");
                let is_short = text.len() <= VARIANT && fields.iter().all(is_bare);
                is_short.then(|| format!("{} {{ {text} }}", self.name))
            }
        }
    }

    fn print(&self, out: &mut String, is_short: bool) {
        comments(out, "    ", "//", &self.comments);
        attribute(out, "    ", "event", &self.event);
        attribute(out, "    ", "serde", &self.serde);
        match (&self.payload, self.one_line()) {
            (Payload::Fields(fields), line) if !is_short || line.is_none() => {
                let _ = writeln!(out, "    {} {{", self.name);
                for field in fields {
                    field.print(out, "        ", "");
                }
                out.push_str("    },\n");
            }
            (_, line) => {
                let _ = writeln!(out, "    {},", line.unwrap_or_default());
            }
        }
    }
}

impl Field {
    fn print(&self, out: &mut String, indent: &str, visibility: &str) {
        comments(out, indent, "///", self.doc.as_slice());
        attribute(out, indent, "sse", &self.sse);
        attribute(out, indent, "serde", &self.serde);
        let _ = writeln!(out, "{indent}{visibility}{}: {},", self.name, self.r#type);
    }
}

fn comments(out: &mut String, indent: &str, mark: &str, lines: &[String]) {
    for line in lines {
        let _ = writeln!(out, "{indent}{mark} {line}");
    }
}

fn attribute(out: &mut String, indent: &str, name: &str, arguments: &[String]) {
    if arguments.is_empty() {
        return;
    }
    let line = arguments.join(", ");
    if line.chars().count() <= ATTRIBUTE && indent.len() + name.len() + line.chars().count() + 5 <= LINE {
        let _ = writeln!(out, "{indent}#[{name}({line})]");
        return;
    }
    let _ = writeln!(out, "{indent}#[{name}(");
    for (index, argument) in arguments.iter().enumerate() {
        let comma = if index + 1 < arguments.len() { "," } else { "" };
        let _ = writeln!(out, "{indent}    {argument}{comma}");
    }
    let _ = writeln!(out, "{indent})]");
}
