//! A deserializer that hides one key of an object from the payload, as serde's internally tagged enums do.
//!
//! serde buffers the object to remove the tag from it. Here each key is checked on its way to the payload, and the
//! tag is dropped, so nothing is buffered.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::key::{Key, KeySeed};

/// A JSON deserializer that hides the key `tag` of an object, unless a struct has a field of that key.
pub(crate) struct Untagged<D> {
    pub(crate) json: D,
    /// `None` where nothing is hidden.
    pub(crate) tag: Option<&'static str>,
}

impl<D> Untagged<D> {
    fn hide<V>(&self, visitor: V) -> Hide<V> {
        Hide { visitor, tag: self.tag }
    }
}

macro_rules! forward {
    ($($method:ident($($arg:ident: $ty:ty),*);)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($arg: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
            self.json.$method($($arg,)* visitor)
        }
    )*};
}

/// Calls a macro with the methods whose values are not objects: a key cannot be hidden in these.
macro_rules! methods_without_objects {
    ($forward:ident) => {
        $forward! {
            deserialize_bool();
            deserialize_i8();
            deserialize_i16();
            deserialize_i32();
            deserialize_i64();
            deserialize_i128();
            deserialize_u8();
            deserialize_u16();
            deserialize_u32();
            deserialize_u64();
            deserialize_u128();
            deserialize_f32();
            deserialize_f64();
            deserialize_char();
            deserialize_str();
            deserialize_string();
            deserialize_bytes();
            deserialize_byte_buf();
            deserialize_seq();
            deserialize_tuple(len: usize);
            deserialize_tuple_struct(name: &'static str, len: usize);
            deserialize_identifier();
            deserialize_ignored_any();
        }
    };
}
pub(super) use methods_without_objects;

/// Methods whose values may be objects.
macro_rules! hide {
    ($($method:ident($($arg:ident: $ty:ty),*);)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($arg: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
            let visitor = self.hide(visitor);
            self.json.$method($($arg,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Untagged<D> {
    type Error = D::Error;

    hide! {
        deserialize_any();
        deserialize_map();
        deserialize_option();
    }

    /// The tag is not hidden from a struct that has a field of this key.
    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // One visitor for both: each further one would be a second copy of the payload's code.
        let tag = match self.tag {
            Some(tag) if fields.contains(&tag) => None,
            tag => tag,
        };
        let visitor = Hide { visitor, tag };
        self.json.deserialize_struct(name, fields, visitor)
    }

    methods_without_objects!(forward);

    /// An object without keys other than the tag is a unit, as in serde.
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = Unit(self.hide(visitor));
        self.json.deserialize_any(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // `RawValue` requests the text under a reserved name, and gets the whole text.
        if name.starts_with("$serde_json::private::") {
            self.json.deserialize_newtype_struct(name, visitor)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    /// An object of the tag and the variant's key is that variant, as in serde.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = Enum { visitor: self.hide(visitor), name, variants };
        self.json.deserialize_any(visitor)
    }
}

/// A visitor to which the tag of an object is not visible.
struct Hide<V> {
    visitor: V,
    /// `None` where nothing is hidden.
    tag: Option<&'static str>,
}

/// Visits of values that are not objects.
macro_rules! visit {
    ($($method:ident($ty:ty);)*) => {$(
        #[inline]
        fn $method<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.visitor.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Hide<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool(bool);
        visit_i64(i64);
        visit_i128(i128);
        visit_u64(u64);
        visit_u128(u128);
        visit_f64(f64);
        visit_str(&str);
        visit_borrowed_str(&'de str);
        visit_string(String);
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Untagged { json, tag: self.tag })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(seq)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(UntaggedMap { map, tag: self.tag })
    }
}

/// The visitor for a unit.
struct Unit<V>(Hide<V>);

impl<'de, V: Visitor<'de>> Visitor<'de> for Unit<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visitor.visit_unit()
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        let mut map = UntaggedMap { map, tag: self.0.tag };
        match map.next_key::<IgnoredAny>()? {
            None => self.0.visitor.visit_unit(),
            Some(_) => Err(Error::invalid_type(Unexpected::Map, &self.0.visitor)),
        }
    }
}

/// The visitor for an externally tagged enum.
struct Enum<V> {
    visitor: Hide<V>,
    name: &'static str,
    variants: &'static [&'static str],
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Enum<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_str<E: Error>(self, variant: &str) -> Result<V::Value, E> {
        let variant = serde::de::value::StrDeserializer::new(variant);
        variant.deserialize_enum(self.name, self.variants, self.visitor.visitor)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        let mut map = UntaggedMap { map, tag: self.visitor.tag };
        let json = MapAccessDeserializer::new(&mut map);
        let value = json.deserialize_enum(self.name, self.variants, self.visitor.visitor)?;
        match map.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(Error::invalid_value(Unexpected::Map, &"map with a single key")),
        }
    }
}

/// The entries of an object without the tag.
struct UntaggedMap<A> {
    map: A,
    tag: Option<&'static str>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for UntaggedMap<A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, mut seed: K) -> Result<Option<K::Value>, A::Error> {
        loop {
            match self.map.next_key_seed(KeySeed::<_, true> { seed, tag: self.tag })? {
                None => return Ok(None),
                Some(Key::Payload(key)) => return Ok(Some(key)),
                Some(Key::Tag(unused)) => {
                    self.map.next_value::<IgnoredAny>()?;
                    seed = unused;
                }
            }
        }
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.map.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.map.size_hint()
    }
}
