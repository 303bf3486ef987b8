//! Reads the string under one key of a JSON object from its text: nothing is buffered, no value is built, and the
//! scan stops at the key.

use std::borrow::Cow;

use super::last::last;
use super::no_tag::NoTag;
use super::object::{quote_or_backslash, search, string};

/// The string under the first `key` of the object in `data`.
#[inline]
pub(crate) fn find<'a>(data: &'a str, key: &str) -> Result<Cow<'a, str>, NoTag> {
    // Most servers write the tag first and without spaces.
    match leading(data, key) {
        Some(value) => Ok(Cow::Borrowed(value)),
        None => find_anywhere(data, key),
    }
}

/// The same for a key at any position: both ends of the object are checked before it is searched.
pub(crate) fn find_anywhere<'a>(data: &'a str, key: &str) -> Result<Cow<'a, str>, NoTag> {
    match last(data, key) {
        Some(value) => Ok(Cow::Borrowed(value)),
        None => scan(data, key),
    }
}

/// The same for a key that comes first and is written without spaces.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the key is a constant there")]
pub(crate) fn leading<'a>(data: &'a str, key: &str) -> Option<&'a str> {
    let value = data.strip_prefix("{\"")?.strip_prefix(key)?.strip_prefix("\":\"")?;
    let end = quote_or_backslash(value.as_bytes(), 0)?;
    if value.as_bytes().get(end) == Some(&b'"') { value.get(..end) } else { None }
}

/// The same by a search from the front.
pub(super) fn scan<'a>(data: &'a str, key: &str) -> Result<Cow<'a, str>, NoTag> {
    string(data, search(data, |entry| entry.is(key).then(|| entry.value()))?)
}
