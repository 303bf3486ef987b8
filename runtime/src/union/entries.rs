//! The object of a union without its tag, as the payload sees it.

use std::borrow::Cow;
use std::vec;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::buffered::{Buffered, BufferedEntry, read_key};
use crate::json::key::{Key, KeySeed};

/// The entries before the tag, which were buffered, and those behind it, which are still to be read.
pub(super) struct Entries<'de, A> {
    before: vec::IntoIter<BufferedEntry<'de>>,
    /// The key and the value of the buffered entry that is being read.
    current: Option<(String, Buffered<'de>)>,
    map: A,
    tag: &'static str,
}

impl<'de, A: MapAccess<'de>> Entries<'de, A> {
    #[inline]
    pub(super) fn new(tag: &'static str, before: Vec<BufferedEntry<'de>>, map: A) -> Self {
        Self { before: before.into_iter(), current: None, map, tag }
    }

    /// Shows the tag to a payload that has it as a field.
    #[cold]
    fn put_back(&mut self, name: Cow<'de, str>) {
        let tag = (Buffered::Str(Cow::Borrowed(self.tag)), Buffered::Str(name));
        self.before = std::iter::once(tag).chain(self.before.by_ref()).collect::<Vec<_>>().into_iter();
    }

    /// An error about what was buffered has no place in the text. At the end of the object it has the object's.
    #[cold]
    fn skip_rest(&mut self) {
        while let Ok(Some(_)) = self.map.next_entry::<IgnoredAny, IgnoredAny>() {}
    }

    #[cold]
    fn buffered_key<K: DeserializeSeed<'de>>(
        &mut self,
        (key, value): BufferedEntry<'de>,
        seed: K,
    ) -> Result<K::Value, A::Error> {
        let text = match &key {
            Buffered::Str(text) => text.to_string(),
            _ => String::new(),
        };
        self.current = Some((text, value));
        read_key(key, seed).inspect_err(|_: &A::Error| self.skip_rest())
    }

    #[cold]
    fn buffered_value<S: DeserializeSeed<'de>>(
        &mut self,
        (key, value): (String, Buffered<'de>),
        seed: S,
    ) -> Result<S::Value, A::Error> {
        seed.deserialize(value.into_deserializer()).map_err(|error: A::Error| {
            self.skip_rest();
            A::Error::custom(format_args!("`{key}`: {error}"))
        })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some(entry) = self.before.next() {
            return self.buffered_key(entry, seed).map(Some);
        }
        match self.map.next_key_seed(KeySeed::<_, false> { seed, tag: self.tag })? {
            None => Ok(None),
            Some(Key::Payload(key)) => Ok(Some(key)),
            Some(Key::Tag(_)) => Err(A::Error::duplicate_field(self.tag)),
        }
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        match self.current.take() {
            None => self.map.next_value_seed(seed),
            Some(entry) => self.buffered_value(entry, seed),
        }
    }
}

/// Reads the payload of a union out of the object's entries.
pub(super) struct Rest<'de, A> {
    pub(super) name: Cow<'de, str>,
    pub(super) entries: Entries<'de, A>,
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Rest<'de, A> {
    type Error = A::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.entries)
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let Self { name, mut entries } = self;
        if fields.contains(&entries.tag) {
            entries.put_back(name);
        }
        visitor.visit_map(entries)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(self)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    /// An object of nothing but the tag is a unit, as in serde.
    fn deserialize_unit<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, A::Error> {
        match self.entries.next_key::<IgnoredAny>()? {
            None => visitor.visit_unit(),
            Some(_) => Err(Error::invalid_type(Unexpected::Map, &visitor)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.deserialize_unit(visitor)
    }

    /// An object of nothing but the tag and a variant is that variant, as in serde.
    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let map = MapAccessDeserializer::new(&mut self.entries);
        let value = map.deserialize_enum(name, variants, visitor)?;
        match self.entries.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(Error::invalid_value(Unexpected::Map, &"map with a single key")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, A::Error> {
        while self.entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple tuple_struct map
        identifier
    }
}
