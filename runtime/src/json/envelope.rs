//! An object that holds the name of an event under one key and its payload under another, as serde's adjacently
//! tagged enums write it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::no_tag::NoTag;
use super::object::search;

/// The keys of such an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys {
    pub(crate) tag: &'static str,
    pub(crate) content: &'static str,
}

/// The meaning of a key.
pub(crate) enum Entry {
    Tag,
    Content,
    /// Any other key: it is ignored, as in serde.
    Extra,
}

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Entry;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Entry, D::Error> {
        json.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Entry, E> {
        Ok(match key {
            _ if key == self.tag => Entry::Tag,
            _ if key == self.content => Entry::Content,
            _ => Entry::Extra,
        })
    }
}

/// Reads the payload from the object with the seed `S`. `missing` makes the payload if the key is missing.
pub(crate) struct Envelope<S, F> {
    pub(crate) keys: Keys,
    pub(crate) payload: S,
    pub(crate) missing: F,
}

impl<'de, S, F> Envelope<S, F>
where
    S: DeserializeSeed<'de>,
    F: FnOnce(S) -> Option<S::Value>,
{
    pub(crate) fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<S::Value, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de, S, F> Visitor<'de> for Envelope<S, F>
where
    S: DeserializeSeed<'de>,
    F: FnOnce(S) -> Option<S::Value>,
{
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Keys { tag, content } = self.keys;
        write!(f, "an object with the keys `{tag}` and `{content}`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<S::Value, A::Error> {
        let Self { keys, payload, missing } = self;
        let mut has_tag = false;
        let (mut seed, mut value) = (Some(payload), None);
        while let Some(entry) = map.next_key_seed(keys)? {
            match entry {
                Entry::Tag if has_tag => return Err(A::Error::duplicate_field(keys.tag)),
                Entry::Tag => {
                    has_tag = true;
                    map.next_value::<IgnoredAny>()?;
                }
                Entry::Content => match seed.take() {
                    Some(seed) => value = Some(map.next_value_seed(seed)?),
                    None => return Err(A::Error::duplicate_field(keys.content)),
                },
                Entry::Extra => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        value.or_else(|| missing(seed?)).ok_or_else(|| A::Error::missing_field(keys.content))
    }
}

/// The text of the payload: the content of a string, or the JSON of any other value.
pub(crate) fn content_text<'a>(data: &'a str, content: &str) -> Result<Cow<'a, str>, NoTag> {
    search(data, |entry| entry.is(content).then(|| entry.text()))?
}
