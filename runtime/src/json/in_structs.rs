//! A deserializer that hides a key of an object from the payload, and not from a struct.
//!
//! Most structs ignore keys that they do not have, so nothing has to be hidden from them: their code is the same as
//! without a tag. If a struct rejects the key, the payload is read again from a text without it.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::without_tag::{Untagged, methods_without_objects};

/// A JSON deserializer that hides the key `tag` of an object from every type except structs.
pub(crate) struct VisibleInStructs<'f, D> {
    pub(crate) json: D,
    pub(crate) tag: &'static str,
    pub(crate) fields: &'f StructFields,
}

/// The fields of the struct that saw the tag; `None` if the payload is not a struct.
pub(crate) type StructFields = Cell<Option<&'static [&'static str]>>;

macro_rules! forward {
    ($($method:ident($($arg:ident: $ty:ty),*);)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($arg: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
            self.hidden().$method($($arg,)* visitor)
        }
    )*};
}

impl<D> VisibleInStructs<'_, D> {
    fn hidden(self) -> Untagged<D> {
        Untagged { json: self.json, tag: Some(self.tag) }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for VisibleInStructs<'_, D> {
    type Error = D::Error;

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.fields.set(Some(fields));
        self.json.deserialize_struct(name, fields, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let Self { json, tag, fields } = self;
        json.deserialize_option(Optional { visitor, tag, fields })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // The names of `serde_json`'s own types.
        if name.starts_with("$serde_json::private::") {
            self.hidden().deserialize_newtype_struct(name, visitor)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    methods_without_objects!(forward);
    forward! {
        deserialize_any();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_map();
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
    }
}

/// The visitor for an option.
struct Optional<'f, V> {
    visitor: V,
    tag: &'static str,
    fields: &'f StructFields,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Optional<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<V::Value, D::Error> {
        let Self { visitor, tag, fields } = self;
        visitor.visit_some(VisibleInStructs { json, tag, fields })
    }
}
