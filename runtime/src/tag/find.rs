//! Reads the string under one key of a JSON object from its text: nothing is buffered, no value is built, and the
//! scan stops at the key.

use std::borrow::Cow;

/// Why no string is under the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTag {
    /// The data is empty.
    Empty,
    /// The data is no JSON object.
    NoObject,
    /// The object has no such key.
    NoKey,
    /// What is under the key is no string.
    NoString,
    /// The text stops being JSON before the key.
    Broken,
}

impl NoTag {
    /// What an error says of it.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Empty => "the data is empty",
            Self::NoObject => "the data is no JSON object",
            Self::NoKey => "the data's object has no such key",
            Self::NoString => "what the data has there is no string",
            Self::Broken => "the data is broken JSON",
        }
    }
}

/// The string under the first `key` of the object that `data` is.
#[inline]
pub(crate) fn find<'a>(data: &'a str, key: &str) -> Result<Cow<'a, str>, NoTag> {
    // Most servers write the tag first and without spaces.
    leading(data, key).map_or_else(|| scan(data, key), |value| Ok(Cow::Borrowed(value)))
}

#[inline]
fn leading<'a>(data: &'a str, key: &str) -> Option<&'a str> {
    let value = data.strip_prefix("{\"")?.strip_prefix(key)?.strip_prefix("\":\"")?;
    let end = quote_or_backslash(value.as_bytes())?;
    if value.as_bytes().get(end) == Some(&b'"') { value.get(..end) } else { None }
}

/// The same for an object of any layout.
fn scan<'a>(data: &'a str, key: &str) -> Result<Cow<'a, str>, NoTag> {
    let mut text = Text { data, at: 0 };
    match text.peek() {
        None if data.is_empty() => return Err(NoTag::Empty),
        Some(b'{') => text.at += 1,
        _ => return Err(NoTag::NoObject),
    }
    if text.peek() == Some(b'}') {
        return Err(NoTag::NoKey);
    }
    loop {
        let name = text.string().ok_or(NoTag::Broken)?;
        text.expect(b':')?;
        if name.is(key) {
            return match text.peek() {
                Some(b'"') => text.string().and_then(Quoted::unescape).ok_or(NoTag::Broken),
                Some(_) => Err(NoTag::NoString),
                None => Err(NoTag::Broken),
            };
        }
        text.skip_value().ok_or(NoTag::Broken)?;
        match text.peek() {
            Some(b',') => text.at += 1,
            Some(b'}') => return Err(NoTag::NoKey),
            _ => return Err(NoTag::Broken),
        }
    }
}

/// The text and how far it is read.
struct Text<'a> {
    data: &'a str,
    at: usize,
}

impl<'a> Text<'a> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.data.as_bytes().get(self.at..)?;
        let space = rest.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\n' | b'\r'))?;
        self.at += space;
        rest.get(space).copied()
    }

    fn expect(&mut self, byte: u8) -> Result<(), NoTag> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(NoTag::Broken)
        }
    }

    /// The string that comes next.
    fn string(&mut self) -> Option<Quoted<'a>> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at;
        let escaped = self.skip_string()?;
        Some(Quoted { text: self.data.get(start..self.at)?, escaped })
    }

    /// Passes over a string, from one quote past the other; whether it has escapes.
    fn skip_string(&mut self) -> Option<bool> {
        let bytes = self.data.as_bytes();
        let mut at = self.at + 1;
        let mut escaped = false;
        loop {
            at += quote_or_backslash(bytes.get(at..)?)?;
            if bytes.get(at) == Some(&b'"') {
                self.at = at + 1;
                return Some(escaped);
            }
            escaped = true;
            at += 2;
        }
    }

    /// Passes over a value without looking into it: brackets are counted, whatever kind they are, and a payload
    /// that mixes them up is the payload's error.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.skip_string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                b',' | b':' => return None,
                _ => {
                    let rest = self.data.as_bytes().get(self.at..)?;
                    self.at += rest.iter().position(|b| {
                        matches!(b, b',' | b'}' | b']' | b'"' | b'{' | b'[' | b' ' | b'\t' | b'\n' | b'\r')
                    })?;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

/// The distance to the next byte that ends a string or escapes something, eight bytes at a time: long strings are
/// most of what a late tag hides behind.
fn quote_or_backslash(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);
    let has_zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;

    let (words, _) = bytes.as_chunks::<8>();
    let clean = words
        .iter()
        .map(|word| u64::from_ne_bytes(*word))
        .take_while(|word| (has_zero(word ^ QUOTES) | has_zero(word ^ BACKSLASHES)) == 0)
        .count();
    let start = clean * 8;
    bytes[start..].iter().position(|b| matches!(b, b'"' | b'\\')).map(|at| start + at)
}

/// A string of the text, with its quotes.
struct Quoted<'a> {
    text: &'a str,
    escaped: bool,
}

impl<'a> Quoted<'a> {
    fn is(&self, key: &str) -> bool {
        if self.escaped {
            serde_json::from_str::<String>(self.text).is_ok_and(|text| text == key)
        } else {
            self.text.len() == key.len() + 2 && &self.text[1..self.text.len() - 1] == key
        }
    }

    fn unescape(self) -> Option<Cow<'a, str>> {
        if self.escaped {
            serde_json::from_str(self.text).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(&self.text[1..self.text.len() - 1]))
        }
    }
}
