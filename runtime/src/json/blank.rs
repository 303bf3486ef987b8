//! Removes a key from the text of an object.

use std::ops::Range;

use super::object::search;

/// A copy of the text with spaces in place of the entries with this key, so that every position stays the same.
pub(crate) fn blank(text: &str, key: &str) -> String {
    let mut copy = text.as_bytes().to_vec();
    let mut erase = |range: Range<usize>| {
        for byte in copy.get_mut(range).into_iter().flatten().filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
    };
    let mut end_of_kept = None;
    let mut last = None;
    // The text may break off: the entries before the break are found.
    let _: Result<(), _> = search(text, |entry| {
        if let Some(Range { start, .. }) = last.take() {
            erase(start..entry.start());
        }
        // If the value is cut off, it ends with the text.
        let end = entry.end().unwrap_or(text.len());
        if entry.is(key) {
            last = Some(entry.start()..end);
        } else {
            end_of_kept = Some(end);
        }
        None
    });
    // No comma may be left in front of the brace.
    if let Some(Range { start, end }) = last {
        erase(end_of_kept.unwrap_or(start)..end);
    }
    // Whole strings are erased, so the copy is UTF-8.
    String::from_utf8(copy).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::blank;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let copy = blank(text, "type");
        assert_eq!(copy.len(), text.len(), "{text}");
        assert_eq!(copy.lines().count(), text.lines().count(), "{text}");
        assert_eq!(copy.split_whitespace().collect::<String>(), expected, "{text}");
    }

    #[test]
    fn entries_with_the_key_are_removed() {
        check(r#"{"type":"a"}"#, "{}");
        check(r#"{"type":"a","x":1}"#, r#"{"x":1}"#);
        check(r#"{"x":1,"type":"a"}"#, r#"{"x":1}"#);
        check(r#"{"x":1, "type" : "a" , "y":{"type":2}}"#, r#"{"x":1,"y":{"type":2}}"#);
        check("{\n\"x\":1,\n\"type\":\n\"ä\"\n}", r#"{"x":1}"#);
        check(r#"{"type":"a","type":{"x":[]},"x":1,"type":1,"type":2}"#, r#"{"x":1}"#);
        check(r#"{"typ\u0065":"a","x":1}"#, r#"{"x":1}"#);
    }

    #[test]
    fn other_text_stays() {
        for text in ["", "null", "[\"type\"]", "{}", "{", r#"{"x":"type"}"#, r#"{"x":1,"#] {
            check(text, text);
        }
        check(r#"{"type":"a","x":"#, r#"{"x":"#);
        check(r#"{"x":1,"type":"#, r#"{"x":1"#);
        check(r#"{"x":1,"type":"a","#, r#"{"x":1,"#);
    }
}
