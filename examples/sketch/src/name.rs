//! Names of Rust for names of the wire.

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

/// Keywords that `r#` makes identifiers of.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that stay keywords.
const RESERVED: &[&str] = &["crate", "self", "super"];

/// What the printed file uses from elsewhere.
const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "Err",
    "JsonSchema",
    "None",
    "Ok",
    "Option",
    "RawEventBuf",
    "Result",
    "Self",
    "Some",
    "SseEvent",
    "String",
    "Value",
    "Vec",
];

/// A field for a key, and whether serde has the same name for it.
pub fn field(key: &str) -> String {
    let mut name = key.to_snake_case();
    name.retain(|char| char.is_ascii_alphanumeric() || char == '_');
    if name.trim_matches('_').is_empty() {
        return "unnamed".to_owned();
    }
    if RESERVED.contains(&&*name) {
        return format!("{name}_");
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("_{name}");
    }
    if KEYWORDS.contains(&&*name) { format!("r#{name}") } else { name }
}

/// A type or a variant for a name.
pub fn type_name(name: &str) -> String {
    let name: String =
        name.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
    let name = name.to_upper_camel_case();
    match name.chars().next() {
        None => "Unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{name}"),
        Some(_) => name,
    }
}

/// Whether a type of this name would hide one that is used.
pub fn is_taken(type_name: &str) -> bool {
    TYPES.contains(&type_name)
}

/// The name of one element, for the key of an array: of `entries` it is `entry`.
pub fn singular(key: &str) -> String {
    const SAME: &[&str] = &["series", "news", "data", "progress"];
    let last = key.to_snake_case();
    let last = last.rsplit('_').next().unwrap_or_default();
    let is_singular = SAME.contains(&last) || ["ss", "us", "is"].iter().any(|end| last.ends_with(end));
    if is_singular || last.len() < 4 || !key.ends_with('s') {
        return key.to_owned();
    }
    if let Some(stem) = key.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let is_long = ["sses", "shes", "ches", "xes"].iter().any(|end| last.ends_with(end));
    key[..key.len() - if is_long { 2 } else { 1 }].to_owned()
}

/// The rules of serde's `rename_all` that are tried, with what each makes of a field.
pub fn renamed(rule: &str, field: &str) -> String {
    let field = field.strip_prefix("r#").unwrap_or(field);
    // Written to be a Rust identifier: such a field is renamed by itself.
    if field.starts_with('_') || field.ends_with('_') {
        return field.to_owned();
    }
    let pascal = || field.split('_').map(capitalized).collect::<String>();
    match rule {
        "camelCase" => {
            let pascal = pascal();
            let mut chars = pascal.chars();
            chars.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(chars).collect()
        }
        "PascalCase" => pascal(),
        "kebab-case" => field.replace('_', "-"),
        "SCREAMING_SNAKE_CASE" => field.to_ascii_uppercase(),
        _ => field.to_owned(),
    }
}

pub const FIELD_RULES: &[&str] = &["camelCase", "PascalCase", "kebab-case", "SCREAMING_SNAKE_CASE"];

pub const VARIANT_RULES: &[&str] = &[
    "snake_case",
    "kebab-case",
    "camelCase",
    "SCREAMING_SNAKE_CASE",
    "lowercase",
    "UPPERCASE",
    "PascalCase",
];

/// What serde's `rename_all` makes of a variant.
pub fn renamed_variant(rule: &str, variant: &str) -> String {
    let mut snake = String::new();
    for (index, char) in variant.char_indices() {
        if index > 0 && char.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(char.to_ascii_lowercase());
    }
    match rule {
        "lowercase" => variant.to_ascii_lowercase(),
        "UPPERCASE" => variant.to_ascii_uppercase(),
        "PascalCase" => variant.to_owned(),
        "snake_case" => snake,
        _ => renamed(rule, &snake),
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// The words of a name such as `OutputTextDelta`.
pub fn words(type_name: &str) -> Vec<String> {
    type_name.to_snake_case().split('_').map(str::to_owned).collect()
}

/// What most of several names have in common: their last words, or else their first; or the most frequent of them.
pub fn common(names: &[String]) -> String {
    let all: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    let mut best: (usize, usize, String) = (0, 0, String::new());
    for name in &all {
        for length in (1..=name.len()).rev() {
            let (last, first) = (&name[name.len() - length..], &name[..length]);
            for (part, is_whole) in [(last, false), (first, false), (&name[..], true)] {
                let has_it = |other: &&Vec<String>| {
                    other[..] == *part || (!is_whole && (other.ends_with(part) || other.starts_with(part)))
                };
                let count = all.iter().filter(has_it).count();
                let is_of_most = is_whole || count * 2 > all.len();
                // A name of most, then the longest.
                let key = (if count * 2 > all.len() { all.len() } else { count }, part.len());
                if is_of_most && key > (best.0, best.1) {
                    best = (key.0, key.1, part.join("_"));
                }
            }
        }
    }
    type_name(&best.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_fields() {
        for (key, name) in [
            ("item_id", "item_id"),
            ("messageId", "message_id"),
            ("type", "r#type"),
            ("self", "self_"),
            ("$schema", "schema"),
            ("7days", "_7days"),
            ("@", "unnamed"),
            ("x-real-ip", "x_real_ip"),
        ] {
            assert_eq!(field(key), name);
        }
    }

    #[test]
    fn names_become_types() {
        for (name, expected) in [
            ("response.output_text.delta", "ResponseOutputTextDelta"),
            ("content-start", "ContentStart"),
            ("RUN_STARTED", "RunStarted"),
            ("3d", "N3d"),
            ("@", "Unnamed"),
        ] {
            assert_eq!(type_name(name), expected);
        }
        assert!(is_taken("Value") && !is_taken("Delta"));
    }

    #[test]
    fn arrays_name_their_elements() {
        for (key, name) in [
            ("choices", "Choice"),
            ("tool_calls", "ToolCall"),
            ("entries", "Entry"),
            ("status", "Status"),
            ("addresses", "Address"),
            ("searchBoxes", "SearchBox"),
            ("usage", "Usage"),
            ("ids", "Ids"),
        ] {
            assert_eq!(type_name(&singular(key)), name);
        }
    }

    #[test]
    fn rules_are_those_of_serde() {
        assert_eq!(renamed("camelCase", "message_id"), "messageId");
        assert_eq!(renamed("PascalCase", "era_id"), "EraId");
        assert_eq!(renamed("kebab-case", "r#type"), "type");
        assert_eq!(renamed_variant("snake_case", "ToolUse"), "tool_use");
        assert_eq!(renamed_variant("SCREAMING_SNAKE_CASE", "RunStarted"), "RUN_STARTED");
        assert_eq!(renamed_variant("camelCase", "ToolUse"), "toolUse");
    }

    #[test]
    fn names_have_words_in_common() {
        let common =
            |names: &[&str]| common(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(common(&["RunCreated", "RunQueued"]), "Run");
        assert_eq!(common(&["OutputTextDelta", "RefusalDelta"]), "Delta");
        assert_eq!(common(&["MessageCreated", "Other", "MessageDone"]), "Message");
        assert_eq!(common(&["ImageGen", "Usage", "Usage", "Bill"]), "Usage");
        assert_eq!(common(&["Created", "Queued"]), "Created");
        assert_eq!(common(&["OutputTextDelta"]), "OutputTextDelta");
    }
}
