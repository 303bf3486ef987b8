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

/// The entries of a union's object but its tag: those in front of the tag were buffered, those behind it are still to be
/// read.
pub(super) struct Entries<'de, A> {
    map: A,
    tag: &'static str,
    /// `None` where the tag comes first, as most servers write it: the payload then costs one look at a pointer per entry.
    buffer: Option<Box<Buffer<'de>>>,
}

/// What was in front of the tag.
struct Buffer<'de> {
    entries: vec::IntoIter<BufferedEntry<'de>>,
    /// The key and the value of the entry that is being read.
    current: Option<(String, Buffered<'de>)>,
}

impl<'de> Buffer<'de> {
    fn new(entries: Vec<BufferedEntry<'de>>) -> Self {
        Self { entries: entries.into_iter(), current: None }
    }
}

impl<'de, A: MapAccess<'de>> Entries<'de, A> {
    #[inline]
    pub(super) fn new(tag: &'static str, before: Option<Vec<BufferedEntry<'de>>>, map: A) -> Self {
        Self { map, tag, buffer: before.map(|before| Box::new(Buffer::new(before))) }
    }

    /// Shows the tag to a payload that has it as a field.
    #[cold]
    fn put_back(&mut self, name: Cow<'de, str>) {
        let tag = (Buffered::Str(Cow::Borrowed(self.tag)), Buffered::Str(name));
        let before = self.buffer.take().into_iter().flat_map(|buffer| buffer.entries);
        self.buffer = Some(Box::new(Buffer::new(std::iter::once(tag).chain(before).collect())));
    }

    /// An error about what was buffered has no place in the text. At the end of the object it has the object's.
    #[cold]
    fn skip_rest(&mut self) {
        while let Ok(Some(_)) = self.map.next_entry::<IgnoredAny, IgnoredAny>() {}
    }

    #[cold]
    fn next_buffered(&mut self) -> Option<Buffered<'de>> {
        let buffer = self.buffer.as_mut()?;
        let Some((key, value)) = buffer.entries.next() else {
            self.buffer = None;
            return None;
        };
        let text = match &key {
            Buffered::Str(text) => text.to_string(),
            _ => String::new(),
        };
        buffer.current = Some((text, value));
        Some(key)
    }

    #[cold]
    fn buffered_key<K: DeserializeSeed<'de>>(
        &mut self,
        key: Buffered<'de>,
        seed: K,
    ) -> Result<K::Value, A::Error> {
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
        if self.buffer.is_some()
            && let Some(key) = self.next_buffered()
        {
            return self.buffered_key(key, seed).map(Some);
        }
        match self.map.next_key_seed(KeySeed::<_, false> { seed, tag: self.tag })? {
            None => Ok(None),
            Some(Key::Payload(key)) => Ok(Some(key)),
            Some(Key::Tag(_)) => Err(A::Error::duplicate_field(self.tag)),
        }
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        match self.buffer.as_mut().and_then(|buffer| buffer.current.take()) {
            None => self.map.next_value_seed(seed),
            Some(entry) => self.buffered_value(entry, seed),
        }
    }
}

/// Reads the payload of a union out of the object's entries.
pub(super) struct Rest<'n, 'de, A> {
    pub(super) name: &'n Cow<'de, str>,
    pub(super) entries: Entries<'de, A>,
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Rest<'_, 'de, A> {
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
            entries.put_back(name.clone());
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
