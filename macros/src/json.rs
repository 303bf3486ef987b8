//! JSON that is known at compile time.

use std::fmt::Write as _;

/// The text as a JSON string.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::from('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            // Writing to a `String` cannot fail.
            '\0'..='\u{1f}' => drop(write!(json, "\\u{:04x}", u32::from(char))),
            _ => json.push(char),
        }
    }
    json.push('"');
    json
}

/// The beginning of an object with the name under this key: `{"key":"name"`.
pub(crate) fn head(key: &str, name: &str) -> String {
    format!("{{{}:{}", string(key), string(name))
}

/// An object with only the name under this key.
pub(crate) fn object(key: &str, name: &str) -> String {
    head(key, name) + "}"
}

#[cfg(test)]
mod tests {
    use super::string;

    /// Escapes exactly what `serde_json` escapes.
    #[test]
    fn escapes_text_like_json() {
        assert_eq!(string("thread.run"), r#""thread.run""#);
        assert_eq!(string("é\u{2028} \u{7f}"), "\"é\u{2028} \u{7f}\"");
        assert_eq!(string("\"\\/\u{8}\u{c}\n\r\t\0\u{1f}"), r#""\"\\/\b\f\n\r\t\u0000\u001f""#);
    }
}
