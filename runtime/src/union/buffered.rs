//! A buffered value: an entry before the tag is read before its type is known.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::vec;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, forward_to_deserialize_any};

use crate::json::key::KeyText;

/// Any value of a self-describing format. Text and bytes are borrowed if the format allows it.
#[derive(Clone)]
pub(super) enum Buffered<'de> {
    Unit,
    Bool(bool),
    I64(i64),
    I128(i128),
    U64(u64),
    U128(u128),
    F64(f64),
    Str(Cow<'de, str>),
    Bytes(Cow<'de, [u8]>),
    Seq(Vec<Buffered<'de>>),
    Map(Vec<BufferedEntry<'de>>),
}

/// A key and its value.
pub(super) type BufferedEntry<'de> = (Buffered<'de>, Buffered<'de>);

/// With its feature `arbitrary_precision`, `serde_json` passes every number as an object with this key.
const NUMBER: &str = "$serde_json::private::Number";

impl Buffered<'_> {
    /// Parses a number from its text.
    fn number(text: &str) -> Option<Self> {
        let unsigned = || text.parse().map(Self::U64).ok();
        let signed = || text.parse().map(Self::I64).ok();
        unsigned().or_else(signed).or_else(|| text.parse().map(Self::F64).ok())
    }
}

impl<'de> Deserialize<'de> for Buffered<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

/// Visits of values that are stored as they are.
macro_rules! keep {
    ($($method:ident($ty:ty) => $kept:expr;)*) => {$(
        fn $method<E: Error>(self, value: $ty) -> Result<Buffered<'de>, E> {
            Ok($kept(value))
        }
    )*};
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Buffered<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    keep! {
        visit_bool(bool) => Buffered::Bool;
        visit_i64(i64) => Buffered::I64;
        visit_i128(i128) => Buffered::I128;
        visit_u64(u64) => Buffered::U64;
        visit_u128(u128) => Buffered::U128;
        visit_f64(f64) => Buffered::F64;
        visit_borrowed_str(&'de str) => |text| Buffered::Str(Cow::Borrowed(text));
        visit_str(&str) => |text: &str| Buffered::Str(Cow::Owned(text.to_owned()));
        visit_string(String) => |text| Buffered::Str(Cow::Owned(text));
        visit_borrowed_bytes(&'de [u8]) => |bytes| Buffered::Bytes(Cow::Borrowed(bytes));
        visit_bytes(&[u8]) => |bytes: &[u8]| Buffered::Bytes(Cow::Owned(bytes.to_owned()));
        visit_byte_buf(Vec<u8>) => |bytes| Buffered::Bytes(Cow::Owned(bytes));
    }

    fn visit_unit<E: Error>(self) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Unit)
    }

    fn visit_none<E: Error>(self) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Unit)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Buffered<'de>, D::Error> {
        Buffered::deserialize(from)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Buffered<'de>, D::Error> {
        Buffered::deserialize(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Buffered<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element()? {
            values.push(value);
        }
        Ok(Buffered::Seq(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Buffered<'de>, A::Error> {
        let mut entries: Vec<BufferedEntry<'de>> = Vec::new();
        while let Some(entry) = map.next_entry()? {
            if let (true, (Buffered::Str(key), Buffered::Str(text))) = (entries.is_empty(), &entry)
                && key == NUMBER
                && let Some(number) = Buffered::number(text)
            {
                return Ok(number);
            }
            entries.push(entry);
        }
        Ok(Buffered::Map(entries))
    }
}

impl Serialize for Buffered<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unit => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::I64(value) => to.serialize_i64(*value),
            Self::I128(value) => to.serialize_i128(*value),
            Self::U64(value) => to.serialize_u64(*value),
            Self::U128(value) => to.serialize_u128(*value),
            Self::F64(value) => to.serialize_f64(*value),
            Self::Str(text) => to.serialize_str(text),
            Self::Bytes(bytes) => to.serialize_bytes(bytes),
            Self::Seq(values) => values.serialize(to),
            Self::Map(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Buffered<'de> {
    type Deserializer = FromBuffer<'de, E>;

    fn into_deserializer(self) -> FromBuffer<'de, E> {
        FromBuffer(self, PhantomData)
    }
}

/// Deserializes a value from the buffer, with the error type of its original format.
pub(super) struct FromBuffer<'de, E>(Buffered<'de>, PhantomData<E>);

impl<'de, E: Error> Deserializer<'de> for FromBuffer<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Buffered::Unit => visitor.visit_unit(),
            Buffered::Bool(value) => visitor.visit_bool(value),
            Buffered::I64(value) => visitor.visit_i64(value),
            Buffered::I128(value) => visitor.visit_i128(value),
            Buffered::U64(value) => visitor.visit_u64(value),
            Buffered::U128(value) => visitor.visit_u128(value),
            Buffered::F64(value) => visitor.visit_f64(value),
            Buffered::Str(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Buffered::Str(Cow::Owned(text)) => visitor.visit_string(text),
            Buffered::Bytes(Cow::Borrowed(bytes)) => visitor.visit_borrowed_bytes(bytes),
            Buffered::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            Buffered::Seq(values) => {
                let mut seq = SeqDeserializer::new(values.into_iter());
                let value = visitor.visit_seq(&mut seq)?;
                seq.end()?;
                Ok(value)
            }
            Buffered::Map(entries) => {
                let mut map = MapFromBuffer::new(entries);
                let value = visitor.visit_map(&mut map)?;
                map.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Buffered::Unit => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
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
        match self.0 {
            Buffered::Map(entries) => {
                let mut map = MapFromBuffer::new(entries);
                let value = MapAccessDeserializer::new(&mut map).deserialize_enum(name, variants, visitor)?;
                map.end()?;
                Ok(value)
            }
            Buffered::Str(text) => text.into_deserializer().deserialize_enum(name, variants, visitor),
            value => FromBuffer(value, PhantomData).deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

/// The entries of a buffered object.
struct MapFromBuffer<'de, E> {
    entries: vec::IntoIter<BufferedEntry<'de>>,
    value: Option<Buffered<'de>>,
    error: PhantomData<E>,
}

impl<'de, E: Error> MapFromBuffer<'de, E> {
    fn new(entries: Vec<BufferedEntry<'de>>) -> Self {
        Self { entries: entries.into_iter(), value: None, error: PhantomData }
    }

    /// Checks that no entry is left.
    fn end(mut self) -> Result<(), E> {
        match self.next_key::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(E::invalid_length(self.entries.len() + 1, &"fewer entries")),
        }
    }
}

impl<'de, E: Error> MapAccess<'de> for MapFromBuffer<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        read_key(key, seed).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, E> {
        seed.deserialize(self.value.take().unwrap_or(Buffered::Unit).into_deserializer())
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// Reads a key, which may be a number or a `bool` written as text.
pub(super) fn read_key<'de, K: DeserializeSeed<'de>, E: Error>(
    key: Buffered<'de>,
    seed: K,
) -> Result<K::Value, E> {
    match key {
        Buffered::Str(Cow::Borrowed(text)) => {
            seed.deserialize(KeyText::new(BorrowedStrDeserializer::new(text), Some(text)))
        }
        Buffered::Str(Cow::Owned(text)) => {
            seed.deserialize(KeyText::new(StrDeserializer::new(&text), Some(&text)))
        }
        key => seed.deserialize(key.into_deserializer()),
    }
}
