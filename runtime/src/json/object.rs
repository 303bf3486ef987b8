//! Reads the entries of a JSON object from its text one by one: nothing is buffered, no value is built, and the text
//! after the wanted entry is not read.

use std::borrow::Cow;

use super::no_tag::NoTag;

/// The first result of `look` for an entry of the object in `data`.
#[inline]
pub(crate) fn search<'a, T>(
    data: &'a str,
    mut look: impl FnMut(&Entry<'a>) -> Option<T>,
) -> Result<T, NoTag> {
    let bytes = data.as_bytes();
    let mut at = space(bytes, 0);
    match bytes.get(at) {
        Some(b'{') => at = space(bytes, at + 1),
        None if data.is_empty() => return Err(NoTag::Empty),
        _ => return Err(NoTag::NoObject),
    }
    if bytes.get(at) == Some(&b'}') {
        return Err(NoTag::NoKey);
    }
    loop {
        let key = Quoted::at(data, at).ok_or(NoTag::Broken)?;
        at = space(bytes, key.end);
        if bytes.get(at) != Some(&b':') {
            return Err(NoTag::Broken);
        }
        at = space(bytes, at + 1);
        if let Some(found) = look(&Entry { data, key, value: at }) {
            return Ok(found);
        }
        at = space(bytes, skip_value(bytes, at).ok_or(NoTag::Broken)?);
        match bytes.get(at) {
            Some(b',') => at = space(bytes, at + 1),
            Some(b'}') => return Err(NoTag::NoKey),
            _ => return Err(NoTag::Broken),
        }
    }
}

/// Whether the object in `data` has the key.
pub(crate) fn has_entry(data: &str, key: &str) -> bool {
    search(data, |entry| entry.is(key).then_some(())).is_ok()
}

/// A key and its value.
pub(crate) struct Entry<'a> {
    data: &'a str,
    key: Quoted<'a>,
    /// The offset of the value.
    value: usize,
}

impl<'a> Entry<'a> {
    #[inline]
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key.is(key)
    }

    /// The unescaped key; empty if its escapes are malformed.
    pub(crate) fn key(&self) -> Cow<'a, str> {
        self.key.unescape().unwrap_or_default()
    }

    /// The offset of the key.
    pub(super) fn start(&self) -> usize {
        self.key.end - self.key.text.len()
    }

    /// The offset of the value.
    #[inline]
    pub(super) fn value(&self) -> usize {
        self.value
    }

    /// The offset after the value; `None` if the value is cut off.
    pub(super) fn end(&self) -> Option<usize> {
        skip_value(self.data.as_bytes(), self.value)
    }

    /// The content of a string, or the JSON of any other value.
    pub(super) fn text(&self) -> Result<Cow<'a, str>, NoTag> {
        if self.data.as_bytes().get(self.value) == Some(&b'"') {
            return string(self.data, self.value);
        }
        self.end().and_then(|end| self.data.get(self.value..end)).map(Cow::Borrowed).ok_or(NoTag::Broken)
    }

    /// Whether the value is not `null`, judged by its first byte.
    #[inline]
    pub(super) fn is_some(&self) -> bool {
        let first = self.data.as_bytes().get(self.value);
        matches!(first, Some(b'"' | b'{' | b'[' | b't' | b'f' | b'-' | b'0'..=b'9'))
    }
}

/// The value at `at`, which must be a string.
pub(super) fn string(data: &str, at: usize) -> Result<Cow<'_, str>, NoTag> {
    match data.as_bytes().get(at) {
        Some(b'"') => Quoted::at(data, at).and_then(|text| text.unescape()).ok_or(NoTag::Broken),
        Some(_) => Err(NoTag::NoString),
        None => Err(NoTag::Broken),
    }
}

/// The position of the next byte that is not white space.
#[inline]
pub(super) fn space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// A string in the text.
struct Quoted<'a> {
    /// The text with its quotes.
    text: &'a str,
    escaped: bool,
    /// The offset after the closing quote.
    end: usize,
}

impl<'a> Quoted<'a> {
    /// The string that begins at `start`.
    #[inline]
    fn at(data: &'a str, start: usize) -> Option<Self> {
        if data.as_bytes().get(start) != Some(&b'"') {
            return None;
        }
        let (end, escaped) = skip_string(data.as_bytes(), start)?;
        Some(Self { text: data.get(start..end)?, escaped, end })
    }

    #[inline]
    fn inner(&self) -> &'a str {
        self.text.get(1..self.text.len() - 1).unwrap_or_default()
    }

    #[inline]
    fn is(&self, key: &str) -> bool {
        if self.escaped { self.is_escaped(key) } else { self.inner() == key }
    }

    #[cold]
    fn is_escaped(&self, key: &str) -> bool {
        serde_json::from_str::<String>(self.text).is_ok_and(|text| text == key)
    }

    #[inline]
    fn unescape(&self) -> Option<Cow<'a, str>> {
        if self.escaped {
            serde_json::from_str(self.text).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(self.inner()))
        }
    }
}

/// Skips from the opening quote of a string past the closing one. Also returns whether the string has escapes.
#[inline]
fn skip_string(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut at = start + 1;
    let mut escaped = false;
    loop {
        at = quote_or_backslash(bytes, at)?;
        if bytes.get(at) == Some(&b'"') {
            return Some((at + 1, escaped));
        }
        escaped = true;
        at += 2;
    }
}

/// Skips a value without checking it: brackets are counted, whatever their kind. If the value is not JSON, decoding
/// the payload reports the error.
fn skip_value(bytes: &[u8], start: usize) -> Option<usize> {
    match bytes.get(start)? {
        b'"' => skip_string(bytes, start).map(|(end, _)| end),
        b'{' | b'[' => skip_container(bytes, start + 1),
        b',' | b'}' | b']' => None,
        _ => {
            let rest = bytes.get(start..)?;
            let end =
                |b: &u8| matches!(b, b',' | b'}' | b']' | b'"' | b'{' | b'[' | b' ' | b'\t' | b'\n' | b'\r');
            rest.iter().position(end).map(|length| start + length)
        }
    }
}

/// Skips from inside a container, but not inside one of its strings, past its closing bracket.
pub(super) fn skip_container(bytes: &[u8], from: usize) -> Option<usize> {
    let mut depth = 1_usize;
    let mut at = from;
    while depth > 0 {
        at = quote_or_bracket(bytes, at)?;
        match bytes.get(at)? {
            b'"' => at = skip_string(bytes, at)?.0,
            b'{' | b'[' => (depth, at) = (depth + 1, at + 1),
            _ => (depth, at) = (depth - 1, at + 1),
        }
    }
    Some(at)
}

/// The position of the next byte that ends a string or begins an escape.
#[inline]
pub(super) fn quote_or_backslash(bytes: &[u8], from: usize) -> Option<usize> {
    let hits = |word| zeros(word ^ each(b'"')) | zeros(word ^ each(b'\\'));
    next(bytes, from, hits, |byte| matches!(byte, b'"' | b'\\'))
}

/// The position of the next byte that begins a string, or begins or ends a container.
#[inline]
fn quote_or_bracket(bytes: &[u8], from: usize) -> Option<usize> {
    // With these bits set, each of the four brackets is 0x7f.
    let hits = |word| zeros(word ^ each(b'"')) | zeros((word | each(0x26)) ^ each(0x7f));
    next(bytes, from, hits, |byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']'))
}

/// The position of the next byte for which `is` is true, eight bytes at a time: `hits` marks, in the high bit of each
/// byte of a word, at least those bytes. This speeds up skipping long strings and whole objects before a late tag.
#[inline]
fn next(bytes: &[u8], from: usize, hits: impl Fn(u64) -> u64, is: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = from;
    while let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let hits = hits(u64::from_le_bytes(*word));
        if hits == 0 {
            at += 8;
            continue;
        }
        at += (hits.trailing_zeros() / 8) as usize;
        if bytes.get(at).is_some_and(|byte| is(*byte)) {
            return Some(at);
        }
        at += 1;
    }
    bytes.get(at..)?.iter().position(|byte| is(*byte)).map(|distance| at + distance)
}

/// The position of the last quote of `bytes` at or after `from` that has no backslash between it and the end.
#[inline]
pub(super) fn last_plain_quote(bytes: &[u8], from: usize) -> Option<usize> {
    let mut rest = bytes.get(from..)?;
    while let Some((before, word)) = rest.split_last_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        let hits = exact_zeros(word ^ each(b'"')) | exact_zeros(word ^ each(b'\\'));
        if hits != 0 {
            let at = from + rest.len() - 1 - (hits.leading_zeros() / 8) as usize;
            return (bytes.get(at) == Some(&b'"')).then_some(at);
        }
        rest = before;
    }
    let at = from + rest.iter().rposition(|byte| matches!(byte, b'"' | b'\\'))?;
    (bytes.get(at) == Some(&b'"')).then_some(at)
}

/// A word of eight copies of the byte.
#[inline]
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Marks the first zero byte of the word in its high bit, and perhaps later ones.
#[inline]
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(each(0x01)) & !word & each(0x80)
}

/// Marks exactly the zero bytes of the word, each in its high bit.
#[inline]
const fn exact_zeros(word: u64) -> u64 {
    !(((word & each(0x7f)) + each(0x7f)) | word | each(0x7f))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For every start position.
    #[test]
    fn scanning_words_agrees_with_scanning_bytes() {
        let text: Vec<u8> = (0..=255)
            .chain(*b"yY_[aaaaaaaaaaaaaaaaaaaaaaaa{}]\\\"x")
            .chain([0x7f, 0x80, 0x22, 0xa2])
            .collect();
        for from in 0..=text.len() {
            let slow = |is: fn(&u8) -> bool| text[from..].iter().position(is).map(|distance| from + distance);
            assert_eq!(quote_or_backslash(&text, from), slow(|b| matches!(b, b'"' | b'\\')), "{from}");
            assert_eq!(
                quote_or_bracket(&text, from),
                slow(|b| matches!(b, b'"' | b'{' | b'[' | b'}' | b']')),
                "{from}"
            );
        }
    }

    #[test]
    fn words_and_bytes_agree_from_the_end() {
        let text: Vec<u8> = (0..=255).chain(*b"\"aaaaaaaa\\bbbbbbbbb\xa2\x21\x23\x5b\x5d\xdc").collect();
        for end in 0..=text.len() {
            for from in 0..=end {
                let last = text[from..end].iter().rposition(|b| matches!(b, b'"' | b'\\'));
                let quote = last.map(|distance| from + distance).filter(|at| text[*at] == b'"');
                assert_eq!(last_plain_quote(&text[..end], from), quote, "{from} {end}");
            }
        }
    }
}
