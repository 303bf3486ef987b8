//! One key of an object: the tag, or a key that the payload is given.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

/// What a key turned out to be.
pub(crate) enum Key<K, V> {
    /// The tag; the payload's seed is still unused.
    Tag(K),
    /// A key of the payload's.
    Payload(V),
}

/// Reads a key, and hands it to the payload's `seed` if it is not the tag. Whether it is a key of a text in memory decides
/// what a number is.
pub(crate) struct KeySeed<K, const IN_MEMORY: bool> {
    pub(crate) seed: K,
    pub(crate) tag: &'static str,
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
        if key == self.tag {
            return Ok(Key::Tag(self.seed));
        }
        // Of a text in memory, it is not where it is in the text: it was written with escapes, which no number or
        // `bool` has.
        let written = (!IN_MEMORY).then_some(key);
        self.seed.deserialize(KeyText::<_, E>::new(StrDeserializer::new(key), written)).map(Key::Payload)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        if key == self.tag {
            return Ok(Key::Tag(self.seed));
        }
        let text = KeyText::<_, E>::new(BorrowedStrDeserializer::new(key), Some(key));
        self.seed.deserialize(text).map(Key::Payload)
    }
}

/// The text of a key, which may stand for a number or a `bool` as keys of JSON do.
pub(crate) struct KeyText<'k, D, E> {
    string: D,
    /// As it is in the JSON, where that is as it reads.
    written: Option<&'k str>,
    error: PhantomData<E>,
}

impl<'k, D, E> KeyText<'k, D, E> {
    pub(crate) fn new(string: D, written: Option<&'k str>) -> Self {
        Self { string, written, error: PhantomData }
    }
}

/// Numbers and `bool`s are read out of the text as JSON; where that fails, the text speaks for itself. A key has no white
/// space around it, as a JSON text may have.
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
