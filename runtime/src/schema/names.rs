//! The names of events as schemas.

use serde_json::{Value, json};

use super::object::any;

/// The names of one variant.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) names: &'static [&'static str],
    /// Whether they are how names begin.
    pub(super) are_prefixes: bool,
}

impl Names {
    /// Exactly these.
    pub(super) fn exact(names: &'static [&'static str]) -> Self {
        Self { names, are_prefixes: false }
    }

    /// What matches a name of this variant, and none that another of `all` variants takes.
    pub(super) fn schema(self, all: &[Self]) -> Value {
        if !self.are_prefixes {
            return constant(self.names);
        }
        let mut schema = json!({ "type": "string" });
        let patterns: Vec<_> = self.names.iter().map(|name| pattern(name)).collect();
        match patterns.as_slice() {
            [pattern] => schema["pattern"] = json!(pattern),
            patterns => {
                let patterns: Vec<_> = patterns.iter().map(|pattern| json!({ "pattern": pattern })).collect();
                schema["anyOf"] = json!(patterns);
            }
        }
        // A whole name wins over the begin of one, and the longer begin over the shorter.
        let is_within =
            |name: &&&str| self.names.iter().any(|own| name.len() > own.len() && name.starts_with(own));
        let others = all.iter().filter(|other| other.names != self.names);
        let mut taken: Vec<&str> = Vec::new();
        for other in others.clone().filter(|other| !other.are_prefixes) {
            taken.extend(
                other.names.iter().copied().filter(|name| self.names.iter().any(|own| name.starts_with(own))),
            );
        }
        let mut conditions = if taken.is_empty() { Vec::new() } else { vec![json!({ "enum": taken })] };
        for other in others.filter(|other| other.are_prefixes) {
            let longer = other.names.iter().filter(is_within);
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
        for name in names.names {
            if names.are_prefixes {
                conditions.push(json!({ "pattern": pattern(name) }));
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
