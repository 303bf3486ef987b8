//! The string under the last key of an object, read from the end of the text.
//! Servers that sort their keys, and servers that write a model's own fields first, put the name of an event last: a
//! search from the front would have to skip the whole object.
//! search from the front has to skip the whole object.

use super::object::{last_plain_quote, skip_container, space};

/// The longest name that is searched for, in bytes: it limits the cost if the last value is a long text.
const LONGEST_NAME: usize = 128;

/// The string under the last key of the object in `data`, if that key is `key` and no other key of the object can be
/// equal to it. `None` leaves the decision to the search from the front.
///
/// If the text is JSON, `Some` is the result that the search would find:
///
/// - A quote that is not preceded by a backslash begins or ends a string. So the last two quotes enclose the last
///   value, the two quotes before them enclose its key, and the object is the outermost one, because only its brace
///   follows.
/// - The first of duplicate keys counts. So the text before the last entry must not contain the key, except in a
///   container that ends before that entry, and must not contain an escape that can stand for one of the key's
///   characters.
///
/// A text that is not JSON may have a name at its end although the search would stop at a fault before it. Then the
/// payload reports the fault, as it does if the tag comes first.
pub(super) fn last<'a>(data: &'a str, key: &str) -> Option<&'a str> {
    let [object @ .., b'}'] = trim_end(data.as_bytes()) else { return None };
    let [value @ .., b'"'] = trim_end(object) else { return None };
    let end = value.len();
    let quote = last_plain_quote(value, end.saturating_sub(LONGEST_NAME))?;
    let [before @ .., b':'] = trim_end(value.get(..quote)?) else { return None };
    let before = trim_end(before).strip_suffix(b"\"")?.strip_suffix(key.as_bytes())?.strip_suffix(b"\"")?;
    let before = before.get(space(before, 0)..)?;
    let [b'{', before @ .., b','] = trim_end(before) else { return None };
    if may_hold(before, key) { None } else { data.get(quote + 1..end) }
}

/// The text without the white space at its end.
#[inline]
fn trim_end(mut text: &[u8]) -> &[u8] {
    while let [rest @ .., b' ' | b'\t' | b'\n' | b'\r'] = text {
        text = rest;
    }
    text
}

/// Whether the object whose entries are `text` may have the key `key`, as it is or spelled with escapes.
fn may_hold(text: &[u8], key: &str) -> bool {
    // A solidus can also be escaped as `\/`.
    let Some(first) = key.bytes().next().filter(|_| !key.as_bytes().contains(&b'/')) else { return true };
    let mut at = 0;
    while let Some(found) = next_suspect(text, at, first) {
        at = match spelling(text, found, key) {
            None => found + 1,
            // If the container that holds the key ends here, it is a nested one.
            Some(Spelling::Plain) => match skip_container(text, found + key.len() + 2) {
                Some(end) => end,
                None => return true,
            },
            Some(Spelling::Escaped) => return true,
        };
    }
    false
}

/// How a key may be written.
enum Spelling {
    Plain,
    /// An escape stands for one of its characters, or for the quote before it.
    Escaped,
}

/// What begins at `at`, one of the positions that `next_suspect` finds.
#[inline(never)]
fn spelling(text: &[u8], at: usize, key: &str) -> Option<Spelling> {
    match text.get(at..)? {
        [b'"', rest @ ..] => {
            let is_key = rest.strip_prefix(key.as_bytes())?.first() == Some(&b'"');
            let is_escaped = at.checked_sub(1).and_then(|before| text.get(before)) == Some(&b'\\');
            is_key.then_some(if is_escaped { Spelling::Escaped } else { Spelling::Plain })
        }
        [b'\\', b'u', hex @ ..] => {
            let code = hex.get(..4).and_then(|hex| u32::from_str_radix(str::from_utf8(hex).ok()?, 16).ok());
            // Half of a surrogate pair is not a character, but can be part of a key that is not ASCII.
            let is_of_key = code.and_then(char::from_u32).map_or(!key.is_ascii(), |part| key.contains(part));
            is_of_key.then_some(Spelling::Escaped)
        }
        _ => None,
    }
}

/// The next position where a string begins with `first`, or where an escape can stand for any character.
#[inline]
fn next_suspect(text: &[u8], from: usize, first: u8) -> Option<usize> {
    let mut at = from;
    while let Some(chunk) = text.get(at..).and_then(<[u8]>::first_chunk) {
        if any_suspect(chunk, first) {
            break;
        }
        at += PAIRS;
    }
    // Either the chunk has one, or less than a chunk is left: then the last chunk of the text covers the rest.
    let rest = text.get(at..)?;
    if rest.len() <= PAIRS && text.last_chunk().is_some_and(|chunk| !any_suspect(chunk, first)) {
        return None;
    }
    rest.windows(2).position(|pair| is_suspect(pair[0], pair[1], first)).map(|distance| at + distance)
}

/// How many pairs of neighboring bytes are compared at once: the compiler turns them into a few vector instructions.
const PAIRS: usize = 16;

#[inline]
fn any_suspect(chunk: &[u8; PAIRS + 1], first: u8) -> bool {
    let mut any = false;
    for at in 0..PAIRS {
        any |= is_suspect(chunk[at], chunk[at + 1], first);
    }
    any
}

/// Written without a branch, for vectorization.
#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "without a branch the compiler compares many bytes at once")]
fn is_suspect(byte: u8, next: u8, first: u8) -> bool {
    (byte == b'"') & (next == first) | (byte == b'\\') & (next == b'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::find_tag::scan;

    /// Whether `last` decides; if it does, it must agree with the search.
    #[track_caller]
    fn is_last(data: &str, key: &str) -> bool {
        serde_json::from_str::<serde::de::IgnoredAny>(data).expect("the text is JSON");
        match last(data, key) {
            Some(name) => {
                assert_eq!(scan(data, key).as_deref(), Ok(name), "{data}");
                true
            }
            None => false,
        }
    }

    #[test]
    fn finds_the_last_key_of_the_object() {
        for data in [
            r#"{"n":1,"type":"a"}"#,
            "{ \"n\" : 1 , \"type\" : \"a\" }\r\n",
            r#"{"n":{"type":"b"},"type":"a"}"#,
            r#"{"n":[{"m":1,"type":"b"},{"type":"b","m":1},{"l":1,"type":"b","m":1}],"type":"a"}"#,
            r#"{"n":"\"type\":\"b\"}","m":"{","type":"a"}"#,
            r#"{"n":"\u00e9\u4f60\ud83d\ude00 \/ \n","type":"a"}"#,
            r#"{"types":1,"typ":2,"Type":3,"type":"a"}"#,
            r#"{"n":1,"type":""}"#,
        ] {
            assert!(is_last(data, "type"), "{data}");
        }
        let long = format!(r#"{{"n":"{}","type":"a"}}"#, "a \\n\\\" b".repeat(1000));
        assert!(is_last(&long, "type"));
    }

    #[test]
    fn leaves_ambiguous_texts_to_the_search() {
        for data in [
            r#"{"type":"b","type":"a"}"#,
            r#"{"type":1,"n":1,"type":"a"}"#,
            r#"{"n":1,"\u0074ype":"b","type":"a"}"#,
            r#"{"n":1,"typ\u0065":"b","m":1,"type":"a"}"#,
            r#"{"n":"type","type":"a"}"#,
            r#"{"n":"\"type","type":"a"}"#,
            r#"{"n":"\\","type":"b","type":"a"}"#,
            r#"{"n":1,"type":"\u0061"}"#,
            r#"{"n":1,"type":"\"a"}"#,
            r#"{"n":1,"\"type":"a"}"#,
            r#"{"n":1,"x,\"type":"a"}"#,
            r#"{"n":1,"type":["a"]}"#,
            r#"{"n":{"m":1,"type":"a"}}"#,
            r#"{"n":[1,"type","a"]}"#,
            r#"[{"n":1,"type":"a"}]"#,
            r#"{"type":"a"}"#,
        ] {
            assert!(!is_last(data, "type"), "{data}");
        }
        assert!(!is_last(r#"{"n":1,"a/b":"a"}"#, "a/b"));
        assert!(!is_last(r#"{"\u00c4":1,"\u00e4":2,"Ä":"a"}"#, "Ä"));
        let long = format!(r#"{{"n":1,"type":"{}"}}"#, "a".repeat(LONGEST_NAME));
        assert!(!is_last(&long, "type"));
    }

    /// Generates objects with keys that equal, contain or imitate the key; some of them are decided by `last`.
    #[test]
    fn agrees_with_the_search_on_generated_objects() {
        const KEYS: [&str; 9] = [
            r#""type""#,
            r#""type""#,
            r#""typ\u0065""#,
            r#""\u0074ype""#,
            r#""t""#,
            r#""\"type""#,
            r#""type\\""#,
            r#""types""#,
            r#""\u00e9{""#,
        ];
        const VALUES: [&str; 8] = [
            r#""a""#,
            r#""type""#,
            r#""},\"type\":\"b\"}""#,
            r#""\\""#,
            r#""\u0061""#,
            "1",
            "null",
            r#""a longer text, which is there to fill more than a chunk: [{\"""#,
        ];

        struct Generator(u64);

        impl Generator {
            fn below(&mut self, end: usize) -> usize {
                self.0 =
                    self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (self.0 >> 33) as usize % end
            }

            fn value(&mut self, text: &mut String, depth: usize) {
                match self.below(if depth < 3 { 11 } else { 8 }) {
                    which @ ..8 => text.push_str(VALUES[which]),
                    8 => {
                        text.push('[');
                        self.value(text, depth + 1);
                        text.push(']');
                    }
                    _ => self.object(text, depth + 1),
                }
            }

            fn object(&mut self, text: &mut String, depth: usize) {
                text.push('{');
                for number in 0..self.below(5) {
                    let comma = [",", ", ", "\n,"][self.below(3)];
                    text.push_str(if number == 0 { "" } else { comma });
                    text.push_str(KEYS[self.below(KEYS.len())]);
                    text.push_str([":", ": "][self.below(2)]);
                    self.value(text, depth);
                }
                text.push('}');
            }
        }

        let mut generator = Generator(7);
        let mut decided = 0;
        for _ in 0..20_000 {
            let mut data = String::new();
            generator.object(&mut data, 0);
            decided += usize::from(is_last(&data, "type"));
            data.truncate(data.len() - 1);
            data.push_str(r#","type":"a"}"#);
            if !data.starts_with("{,") {
                decided += usize::from(is_last(&data, "type"));
            }
        }
        assert!(decided > 1_000, "{decided}");
    }
}
