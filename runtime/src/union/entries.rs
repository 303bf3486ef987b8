//! The object of a union without its tag, as the payload sees it.

use std::borrow::Cow;
use std::{iter, vec};

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::buffered::{Buffered, BufferedEntry, read_key};
use crate::json::key::{Key, KeySeed};

/// The entries of a union's object except its tag: entries before the tag are buffered, entries after it are not read
/// yet.
pub(super) struct Entries<'b, 'de, A> {
    map: A,
    tag: &'static str,
    /// `None` if the tag comes first, as most servers write it: the payload then costs one check of a pointer per
    /// entry.
    buffer: Option<&'b mut Buffer<'de>>,
}

/// The entries before the tag. Usually there is one, such as an `id`, which is kept without allocating a list.
pub(super) struct Buffer<'de> {
    first: Option<BufferedEntry<'de>>,
    further: vec::IntoIter<BufferedEntry<'de>>,
    /// The key and the value of the entry that is being read.
    current: Option<(Cow<'de, str>, Buffered<'de>)>,
}

impl<'de> Buffer<'de> {
    pub(super) fn new(first: BufferedEntry<'de>, further: Vec<BufferedEntry<'de>>) -> Self {
        Self { first: Some(first), further: further.into_iter(), current: None }
    }

    fn next(&mut self) -> Option<BufferedEntry<'de>> {
        self.first.take().or_else(|| self.further.next())
    }

    /// The entries that are not read yet.
    pub(super) fn rest(&mut self) -> impl Iterator<Item = BufferedEntry<'de>> {
        iter::from_fn(|| self.next())
    }
}

impl<'b, 'de, A: MapAccess<'de>> Entries<'b, 'de, A> {
    #[inline]
    pub(super) fn new(tag: &'static str, buffer: Option<&'b mut Buffer<'de>>, map: A) -> Self {
        Self { map, tag, buffer }
    }

    /// Passes the tag to a payload that has a field of this key.
    #[cold]
    fn visit_with_tag<V: Visitor<'de>>(self, name: Cow<'de, str>, visitor: V) -> Result<V::Value, A::Error> {
        let tag = (Buffered::Str(Cow::Borrowed(self.tag)), Buffered::Str(name));
        let before = self.buffer.map(|buffer| buffer.rest().collect());
        let mut buffer = Buffer::new(tag, before.unwrap_or_default());
        visitor.visit_map(Entries::new(self.tag, Some(&mut buffer), self.map))
    }

    /// An error about a buffered entry has no position in the text. Reading to the end of the object gives it the
    /// position of the object's end.
    #[cold]
    fn skip_rest(&mut self) {
        while let Ok(Some(_)) = self.map.next_entry::<IgnoredAny, IgnoredAny>() {}
    }

    #[cold]
    fn next_buffered(&mut self) -> Option<Buffered<'de>> {
        let buffer = self.buffer.as_mut()?;
        let Some((key, value)) = buffer.next() else {
            self.buffer = None;
            return None;
        };
        let text = match &key {
            Buffered::Str(text) => text.clone(),
            _ => Cow::default(),
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
        (key, value): (Cow<'de, str>, Buffered<'de>),
        seed: S,
    ) -> Result<S::Value, A::Error> {
        seed.deserialize(value.into_deserializer()).map_err(|error: A::Error| {
            self.skip_rest();
            A::Error::custom(format_args!("`{key}`: {error}"))
        })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if self.buffer.is_some()
            && let Some(key) = self.next_buffered()
        {
            return self.buffered_key(key, seed).map(Some);
        }
        match self.map.next_key_seed(KeySeed::<_, false> { seed, tag: Some(self.tag) })? {
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

/// Deserializes the payload of a union from the object's entries.
pub(super) struct Rest<'b, 'de, A> {
    pub(super) name: &'b Cow<'de, str>,
    pub(super) entries: Entries<'b, 'de, A>,
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
        let Self { name, entries } = self;
        if fields.contains(&entries.tag) {
            return entries.visit_with_tag(name.clone(), visitor);
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

    /// An object without keys other than the tag is a unit, as in serde.
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

    /// An object of the tag and a variant's key is that variant, as in serde.
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
