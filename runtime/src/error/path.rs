//! The path of an error in the JSON, found from its position by one scan of the text before it.
//!
//! The scan does not know the payload's type. A second deserialization that tracks the path would be exact, but every
//! payload would need a second instance of its deserializer. The scan finds the same path, or an ancestor or
//! descendant of it, with one function.

use std::borrow::Cow;

use super::excerpt;
use crate::json::read::offset;

/// The deepest nesting whose keys are kept. `serde_json` rejects typed values that are nested deeper; deeper levels
/// can only be in ignored values, and are counted without memory.
const MAX_DEPTH: usize = 128;

/// An open container.
#[derive(Clone, Copy)]
enum Level<'a> {
    /// An object, with the key whose value is being read: its text between the quotes.
    Object(Option<&'a str>),
    /// An array, with the index of the element that is being read, once one has begun.
    Array(Option<usize>),
}

/// The element that a fault right after a comma in an array refers to.
///
/// An error that is raised by a value's type and not by the parser (by an internally tagged enum or a `try_from`) has
/// no position: `serde_json` gives it the position of the array's next step, after the comma.
#[derive(Clone, Copy)]
enum Between {
    /// The element before the comma.
    Before,
    /// The element after the comma.
    After,
    /// Either: the element before the comma, or the element after it, whose type the parser rejected without reading
    /// it.
    Either,
}

/// The byte offset of the fault in `text`, and its path; `None` if the error has no position.
pub(crate) fn locate(text: &str, error: &serde_json::Error) -> Option<(usize, String)> {
    if error.line() == 0 {
        return None;
    }
    let at = offset(text, error.line(), error.column())?;
    Some((at, path_at(text, at, between(text, at, error))))
}

fn between(text: &str, at: usize, error: &serde_json::Error) -> Between {
    if !error.is_data() {
        return Between::After;
    }
    // The parser reads every value that it rejects, except arrays and objects.
    let refused = match text.as_bytes().get(at) {
        Some(b'{') => "invalid type: map",
        Some(b'[') => "invalid type: sequence",
        _ => return Between::Before,
    };
    if excerpt::head(error, refused.len()).0 == refused { Between::Either } else { Between::Before }
}

/// The path in the text of a value, given its `path` within the value that begins at the byte `start`.
pub(crate) fn within(text: &str, start: usize, path: &str) -> String {
    let mut outer = path_at(text, start, Between::After);
    if !outer.is_empty() && !path.is_empty() && !path.starts_with('[') {
        outer.push('.');
    }
    outer + path
}

/// The path of the value that ends at, or contains, the byte `end`: `step_details.tool_calls[0].id`; the empty string
/// is the whole payload.
fn path_at(text: &str, end: usize, between: Between) -> String {
    let mut stack = Vec::new();
    let mut deeper = 0_usize;
    let bytes = &text.as_bytes()[..end.min(text.len())];
    let mut at = 0;
    // The first byte of the last token.
    let mut last = b' ';
    while let Some(&byte) = bytes.get(at) {
        let token = at;
        at += 1;
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            b':' => {}
            b'{' | b'[' => {
                begin_value(&mut stack, deeper);
                if stack.len() == MAX_DEPTH {
                    deeper += 1;
                } else {
                    stack.push(if byte == b'{' { Level::Object(None) } else { Level::Array(None) });
                }
            }
            b'}' | b']' if deeper > 0 => deeper -= 1,
            b'}' | b']' => match (byte, stack.last()) {
                (b'}', Some(Level::Object(_))) | (b']', Some(Level::Array(_))) => {
                    stack.pop();
                }
                // A closing bracket that does not match: the text stops being JSON here, so the fault is in the
                // container around it.
                _ => break,
            },
            // A comma instead of a value: the text stops being JSON here.
            b',' if matches!(last, b'[' | b'{' | b':' | b',') => {
                begin_value(&mut stack, deeper);
                break;
            }
            b',' if deeper == 0 => match stack.last_mut() {
                Some(Level::Object(key)) => *key = None,
                Some(Level::Array(Some(index))) => *index += 1,
                _ => {}
            },
            b'"' => {
                let close = closing_quote(bytes, at);
                match stack.last_mut() {
                    // In an object only a key can follow `{` or `,`. An incomplete key is ignored.
                    Some(Level::Object(key @ None)) if deeper == 0 => {
                        *key = close.and_then(|close| text.get(token + 1..close));
                    }
                    _ => begin_value(&mut stack, deeper),
                }
                at = close.map_or(bytes.len(), |close| close + 1);
            }
            _ => begin_value(&mut stack, deeper),
        }
        last = byte;
    }
    match (stack.last_mut(), last, between) {
        (Some(Level::Array(Some(index @ 1..))), b',', Between::Before) => *index -= 1,
        (Some(Level::Array(Some(_))), b',', Between::Either) => drop(stack.pop()),
        (Some(Level::Array(index)), b'[', Between::Either) => *index = Some(0),
        _ => {}
    }
    render(&stack)
}

/// The first byte of an element makes the array's index part of the path.
fn begin_value(stack: &mut [Level<'_>], deeper: usize) {
    if deeper == 0
        && let Some(Level::Array(index @ None)) = stack.last_mut()
    {
        *index = Some(0);
    }
}

fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn render(stack: &[Level<'_>]) -> String {
    let mut path = String::new();
    for level in stack {
        match *level {
            Level::Object(Some(key)) => match plain(key) {
                Some(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&key);
                }
                // Written in brackets with its escapes: dots and spaces inside cannot be mistaken for parts of the
                // path.
                None => path.extend(["[\"", key, "\"]"]),
            },
            Level::Array(Some(index)) => path.extend(["[", &index.to_string(), "]"]),
            Level::Object(None) | Level::Array(None) => {}
        }
    }
    path
}

/// The unescaped key, if it can appear in a path without brackets.
fn plain(key: &str) -> Option<Cow<'_, str>> {
    let key = if key.contains('\\') {
        Cow::Owned(serde_json::from_str(&format!("\"{key}\"")).ok()?)
    } else {
        Cow::Borrowed(key)
    };
    is_plain(&key).then_some(key)
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn path(text: &str) -> String {
        path_at(text, text.len(), Between::After)
    }

    #[test]
    fn path_names_value_that_ends_at_position() {
        assert_eq!(path(r#"{"a":1"#), "a");
        assert_eq!(path(r#"{"a":{"b":[1,2"#), "a.b[1]");
        assert_eq!(path(r#"{"a":{"b":[{},{"c":"x""#), "a.b[1].c");
    }

    #[test]
    fn path_names_container_that_closes_at_position() {
        assert_eq!(path(r#"{"tool_calls":[{"type":"function"}"#), "tool_calls[0]");
        assert_eq!(path(r#"{"a":[1,2]"#), "a");
        assert_eq!(path(r#"{"a":1}"#), "");
    }

    #[test]
    fn opening_bracket_names_its_container() {
        assert_eq!(path(r#"{"a":{"#), "a");
        assert_eq!(path(r#"{"a":["#), "a");
        assert_eq!(path("["), "");
    }

    #[test]
    fn comma_moves_to_next_element() {
        assert_eq!(path(r#"{"a":1,"#), "");
        assert_eq!(path(r#"{"a":[1,"#), "a[1]");
    }

    #[test]
    fn comma_in_place_of_value_names_value() {
        assert_eq!(path(r#"{"a":[1,,"#), "a[1]");
        assert_eq!(path(r#"{"a":[,"#), "a[0]");
        assert_eq!(path(r#"{"a":{"b":,"#), "a.b");
        assert_eq!(path(r#"{"a":{,"#), "a");
    }

    #[test]
    fn error_after_comma_names_element_before_comma() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(tag = "type")]
        enum Part {
            Text { _text: String },
        }

        #[track_caller]
        fn located<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
            let error = serde_json::from_str::<T>(text).expect_err("the text is malformed");
            locate(text, &error).expect("it has a position").1
        }

        let parts = r#"[{"type":"Text","_text":"a"}, {"type":"Text"}, {"type":"Text","_text":"b"}]"#;
        assert_eq!(located::<Vec<Part>>(parts), "[1]");
        // An element after the comma that is rejected without reading, or a value inside the element before:
        // ambiguous.
        assert_eq!(located::<Vec<String>>(r#"["a", {}, "b"]"#), "");
        assert_eq!(located::<Vec<Part>>(r#"[{"type":"Text","_text":{}}, {"type":"Text"}]"#), "");
        assert_eq!(located::<Vec<String>>(r#"[{}, "b"]"#), "[0]");
    }

    #[test]
    fn brackets_and_commas_in_strings_are_ignored() {
        assert_eq!(path(r#"{"a":"}],\"{","b":"\\","c":1"#), "c");
        assert_eq!(path(r#"{"a.b":{"":[{"\"":1"#), r#"["a.b"][""][0]["\""]"#);
        assert_eq!(path(r#"{"é":1"#), r#"["é"]"#);
    }

    #[test]
    fn key_with_escapes_is_the_same_key() {
        assert_eq!(path(r#"{"p\u0061rts":[{"t\u0079pe":{"#), "parts[0].type");
        assert_eq!(path(r#"{"a\/b":{"\ud800":1"#), r#"["a\/b"]["\ud800"]"#);
    }

    #[test]
    fn broken_text_names_open_container() {
        assert_eq!(path(r#"{"a":[1}"#), "a[0]");
        assert_eq!(path(r#"{"a":"unfinished"#), "a");
        assert_eq!(path(r#"{"unfinished"#), "");
        assert_eq!(path("]"), "");
        assert_eq!(path(""), "");
    }

    #[test]
    fn deep_nesting_needs_bounded_memory() {
        let text = format!(r#"{{"a":{}{},"b":1"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(path(&text), "b");
        let open = "[".repeat(1_000_000);
        assert_eq!(path(&open).matches("[0]").count(), MAX_DEPTH);
    }
}
