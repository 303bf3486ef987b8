//! The names of events as schemas.

use serde_json::{Value, json};

use super::object::any;
use crate::raw::MESSAGE;

/// The names of one variant.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) values: &'static [&'static str],
    /// Whether they are how names begin.
    pub(super) are_prefixes: bool,
    /// Whether the variant takes such events only if their data have a key.
    pub(super) have_key: bool,
}

impl Names {
    /// Exactly these.
    pub(super) fn exact(names: &'static [&'static str]) -> Self {
        Self { values: names, are_prefixes: false, have_key: false }
    }

    /// Whether an event of this name is one of this variant, and not of another one of `all`.
    pub(super) fn take(self, name: &str, all: &[Self]) -> bool {
        if !self.are_prefixes {
            return self.values.contains(&name);
        }
        let longest = |names: &Self| {
            let prefixes = names.values.iter().filter(|prefix| name.starts_with(**prefix));
            prefixes.map(|prefix| prefix.len()).max().filter(|_| names.are_prefixes)
        };
        let own = longest(&self);
        let is_taken = |other: &Self| {
            let is_exact = !other.are_prefixes && !other.have_key && other.values.contains(&name);
            is_exact || longest(other) > own
        };
        own.is_some() && !all.iter().any(is_taken)
    }

    /// What matches the `event:` lines that name this variant, if there are any: the name `message` counts as no line.
    pub(super) fn of_lines(self, all: &[Self]) -> Option<Value> {
        if self.are_prefixes {
            return Some(self.schema(&[all, &[Self::exact(&[MESSAGE])]].concat()));
        }
        let names: Vec<_> = self.values.iter().copied().filter(|name| *name != MESSAGE).collect();
        (!names.is_empty()).then(|| constant(&names))
    }

    /// What matches a name of this variant, and none that another of `all` variants takes.
    pub(super) fn schema(self, all: &[Self]) -> Value {
        if !self.are_prefixes {
            return constant(self.values);
        }
        let mut schema = json!({ "type": "string" });
        let patterns: Vec<_> = self.values.iter().map(|name| pattern(name)).collect();
        match patterns.as_slice() {
            [pattern] => schema["pattern"] = json!(pattern),
            patterns => {
                let patterns: Vec<_> = patterns.iter().map(|pattern| json!({ "pattern": pattern })).collect();
                schema["anyOf"] = json!(patterns);
            }
        }
        // A whole name wins over the begin of one, and the longer begin over the shorter.
        let is_within =
            |name: &&&str| self.values.iter().any(|own| name.len() > own.len() && name.starts_with(own));
        let others = all.iter().filter(|other| other.values != self.values);
        let mut taken: Vec<&str> = Vec::new();
        for other in others.clone().filter(|other| !other.are_prefixes && !other.have_key) {
            taken.extend(
                other
                    .values
                    .iter()
                    .copied()
                    .filter(|name| self.values.iter().any(|own| name.starts_with(own))),
            );
        }
        let mut conditions = if taken.is_empty() { Vec::new() } else { vec![json!({ "enum": taken })] };
        for other in others.filter(|other| other.are_prefixes) {
            let longer = other.values.iter().filter(is_within);
            conditions.extend(longer.map(|name| json!({ "pattern": pattern(name) })));
        }
        if !conditions.is_empty() {
            schema["not"] = any(conditions);
        }
        schema
    }
}

/// What matches every name of `all`.
pub(super) fn known(all: &[Names]) -> Option<Value> {
    let mut exact: Vec<&str> = Vec::new();
    let mut conditions = Vec::new();
    for names in all {
        for name in names.values {
            if names.are_prefixes {
                conditions.push(json!({ "type": "string", "pattern": pattern(name) }));
            } else if !exact.contains(name) {
                exact.push(name);
            }
        }
    }
    if !exact.is_empty() {
        conditions.insert(0, json!({ "enum": exact }));
    }
    (!conditions.is_empty()).then(|| any(conditions))
}

/// One of the names.
pub(super) fn constant(names: &[&str]) -> Value {
    match names {
        [name] => json!({ "const": name }),
        names => json!({ "enum": names }),
    }
}

/// What names match that begin so, as an expression of ECMA-262.
fn pattern(prefix: &str) -> String {
    let mut pattern = String::from("^");
    for char in prefix.chars() {
        if r"\^$.*+?()[]{}|/".contains(char) {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern
}
