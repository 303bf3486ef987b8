//! Where in the JSON an error lies: found from its position by one scan of the text before it.
//!
//! The scan knows nothing of the payload's type. A second deserialization that tracks the path would name it
//! exactly, and cost every payload a second instantiation of its deserializer; this names the same path, or an
//! ancestor or descendant of it, for the price of one function.

/// Deepest nesting whose keys are kept. `serde_json` refuses to go deeper than this into a typed value; deeper
/// levels can only be ignored ones, and are counted without memory.
const MAX_DEPTH: usize = 128;

/// One open container of the text.
#[derive(Clone, Copy)]
enum Level<'a> {
    /// An object, with the key whose value is being read: its text between the quotes.
    Object(Option<&'a str>),
    /// An array: the index of the element being read, once one has begun.
    Array(Option<usize>),
}

/// The byte offset in `text` of a position as `serde_json` gives it: lines from 1, columns in bytes.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        _ => text
            .bytes()
            .enumerate()
            .filter(|(_, b)| *b == b'\n')
            .nth(line - 2)
            .map_or(text.len(), |(i, _)| i + 1),
    };
    start.saturating_add(column).min(text.len())
}

/// The path of the value that ends at, or contains, the byte `end`: `step_details.tool_calls[0].id`; the empty
/// string is the whole payload.
pub(crate) fn path_at(text: &str, end: usize) -> String {
    let mut stack = Vec::new();
    let mut deeper = 0_usize;
    let bytes = &text.as_bytes()[..end.min(text.len())];
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let token = at;
        at += 1;
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b':' => {}
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
                // A stray closer is where the text stops being JSON: the fault is in the container around it.
                _ => break,
            },
            b',' if deeper == 0 => match stack.last_mut() {
                Some(Level::Object(key)) => *key = None,
                Some(Level::Array(Some(index))) => *index += 1,
                _ => {}
            },
            b'"' => {
                let close = closing_quote(bytes, at);
                match stack.last_mut() {
                    // Only a key can follow `{` or `,` in an object, and a key is one only when it is whole.
                    Some(Level::Object(key @ None)) if deeper == 0 => {
                        *key = close.and_then(|close| text.get(token + 1..close));
                    }
                    _ => begin_value(&mut stack, deeper),
                }
                at = close.map_or(bytes.len(), |close| close + 1);
            }
            _ => begin_value(&mut stack, deeper),
        }
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
            Level::Object(Some(key)) if is_plain(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            // Kept as JSON wrote it, in brackets: dots and spaces inside cannot be mistaken for the path's own.
            Level::Object(Some(key)) => path.extend(["[\"", key, "\"]"]),
            Level::Array(Some(index)) => path.extend(["[", &index.to_string(), "]"]),
            Level::Object(None) | Level::Array(None) => {}
        }
    }
    path
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn path(text: &str) -> String {
        path_at(text, text.len())
    }

    #[test]
    fn names_the_value_that_ends_at_the_position() {
        assert_eq!(path(r#"{"a":1"#), "a");
        assert_eq!(path(r#"{"a":{"b":[1,2"#), "a.b[1]");
        assert_eq!(path(r#"{"a":{"b":[{},{"c":"x""#), "a.b[1].c");
    }

    #[test]
    fn names_the_container_that_was_just_closed() {
        assert_eq!(path(r#"{"tool_calls":[{"type":"function"}"#), "tool_calls[0]");
        assert_eq!(path(r#"{"a":[1,2]"#), "a");
        assert_eq!(path(r#"{"a":1}"#), "");
    }

    #[test]
    fn an_opener_names_the_container_itself() {
        assert_eq!(path(r#"{"a":{"#), "a");
        assert_eq!(path(r#"{"a":["#), "a");
        assert_eq!(path("["), "");
    }

    #[test]
    fn a_comma_moves_on() {
        assert_eq!(path(r#"{"a":1,"#), "");
        assert_eq!(path(r#"{"a":[1,"#), "a[1]");
    }

    #[test]
    fn strings_may_hold_anything() {
        assert_eq!(path(r#"{"a":"}],\"{","b":"\\","c":1"#), "c");
        assert_eq!(path(r#"{"a.b":{"":[{"\"":1"#), r#"["a.b"][""][0]["\""]"#);
        assert_eq!(path(r#"{"é":1"#), r#"["é"]"#);
    }

    #[test]
    fn broken_text_names_what_was_open() {
        assert_eq!(path(r#"{"a":[1}"#), "a[0]");
        assert_eq!(path(r#"{"a":"unfinished"#), "a");
        assert_eq!(path(r#"{"unfinished"#), "");
        assert_eq!(path("]"), "");
        assert_eq!(path(""), "");
    }

    #[test]
    fn depth_costs_no_memory_and_is_left_again() {
        let text = format!(r#"{{"a":{}{},"b":1"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(path(&text), "b");
        let open = "[".repeat(1_000_000);
        assert_eq!(path(&open).matches("[0]").count(), MAX_DEPTH);
    }

    #[test]
    fn positions_are_lines_and_columns_in_bytes() {
        assert_eq!(offset("abc", 1, 2), 2);
        assert_eq!(offset("a\nbc\nd", 2, 1), 3);
        assert_eq!(offset("a\nbc\nd", 3, 1), 6);
        assert_eq!(offset("abc", 9, 9), 3);
        assert_eq!(offset("abc", 0, 0), 0);
    }
}
