//! One key of an object: the tag, or a key of the payload.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

/// The kind of a key.
pub(crate) enum Key<K, V> {
    /// The tag; the payload's seed is still unused.
    Tag(K),
    /// A key of the payload.
    Payload(V),
}

/// Reads a key, and passes it to the payload's `seed` if it is not the tag. `IN_MEMORY` says whether the text is in
/// memory, where `visit_str` gets only keys with escapes.
pub(crate) struct KeySeed<K, const IN_MEMORY: bool> {
    pub(crate) seed: K,
    /// `None` if the payload sees every key.
    pub(crate) tag: Option<&'static str>,
}

impl<'de, K: DeserializeSeed<'de>, const IN_MEMORY: bool> DeserializeSeed<'de> for KeySeed<K, IN_MEMORY> {
    type Value = Key<K, K::Value>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'de, K: DeserializeSeed<'de>, const IN_MEMORY: bool> Visitor<'de> for KeySeed<K, IN_MEMORY> {
    type Value = Key<K, K::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        if Some(key) == self.tag {
            return Ok(Key::Tag(self.seed));
        }
        // A key of a text in memory would be borrowed if it had no escapes, and a number or `bool` has none.
        let written = (!IN_MEMORY).then_some(key);
        self.seed.deserialize(KeyText::<_, E>::new(StrDeserializer::new(key), written)).map(Key::Payload)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        if Some(key) == self.tag {
            return Ok(Key::Tag(self.seed));
        }
        let text = KeyText::<_, E>::new(BorrowedStrDeserializer::new(key), Some(key));
        self.seed.deserialize(text).map(Key::Payload)
    }
}

/// The text of a key. In JSON, a number or a `bool` that is a key is written as a string.
pub(crate) struct KeyText<'k, D, E> {
    string: D,
    /// The text as written in the JSON, if it has no escapes.
    written: Option<&'k str>,
    error: PhantomData<E>,
}

impl<'k, D, E> KeyText<'k, D, E> {
    pub(crate) fn new(string: D, written: Option<&'k str>) -> Self {
        Self { string, written, error: PhantomData }
    }
}

/// Parses numbers and `bool`s from the text as JSON; if that fails, the visitor gets the text. Unlike a JSON text, a
/// key must not be surrounded by white space.
macro_rules! parse {
    ($($method:ident => $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            let json = self.written.filter(|text| !text.contains([' ', '\t', '\r', '\n']));
            match json.and_then(|json| serde_json::from_str(json).ok()) {
                Some(value) => visitor.$visit(value),
                None => self.string.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de, D: Deserializer<'de, Error = E>, E: Error> Deserializer<'de> for KeyText<'_, D, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.string.deserialize_any(visitor)
    }

    parse! {
        deserialize_bool => visit_bool;
        deserialize_i8 => visit_i8;
        deserialize_i16 => visit_i16;
        deserialize_i32 => visit_i32;
        deserialize_i64 => visit_i64;
        deserialize_i128 => visit_i128;
        deserialize_u8 => visit_u8;
        deserialize_u16 => visit_u16;
        deserialize_u32 => visit_u32;
        deserialize_u64 => visit_u64;
        deserialize_u128 => visit_u128;
        deserialize_f32 => visit_f32;
        deserialize_f64 => visit_f64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.string.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
