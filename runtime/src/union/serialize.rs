//! A union as an object: the name first, then the payload's own keys or the payload under one key.

use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::json::is_text::is_text;
use crate::json::refuse::refuse_values;

/// One variant of a union: the name of the enum, the key of the name, and the variant's name.
#[doc(hidden)]
#[derive(Debug)]
pub struct Member(pub &'static str, pub &'static str, pub &'static str);

/// Writes the payload with the variant's name as its first key.
///
/// # Errors
/// Those of the payload and of the serializer, and a payload that is not an object or already has the key.
pub(crate) fn write_tagged<S: Serializer, T: Serialize + ?Sized>(
    payload: &T,
    member: &'static Member,
    to: S,
) -> Result<S::Ok, S::Error> {
    payload.serialize(Tagged { member, to })
}

/// Writes the name, and the payload under a separate key.
///
/// # Errors
/// Those of the payload and of the serializer.
pub(crate) fn write_content<S: Serializer, T: Serialize + ?Sized>(
    payload: &T,
    &Member(union, tag, name): &'static Member,
    content: &'static str,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut object = to.serialize_struct(union, 2)?;
    object.serialize_field(tag, name)?;
    object.serialize_field(content, payload)?;
    object.end()
}

/// Writes only the name.
///
/// # Errors
/// Those of the serializer.
#[doc(hidden)]
pub fn write_unit<S: Serializer>(
    &Member(union, tag, name): &'static Member,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut object = to.serialize_struct(union, 1)?;
    object.serialize_field(tag, name)?;
    object.end()
}

/// A serializer that accepts objects, and writes units as empty objects.
struct Tagged<S> {
    member: &'static Member,
    to: S,
}

impl Member {
    fn duplicate_tag<E: Error>(&self) -> E {
        let Self(_, tag, name) = self;
        E::custom(format_args!(
            "the payload already has the key `{tag}`, which is reserved for the name of the variant `{name}`"
        ))
    }

    fn refuse<T, E: Error>(&self, what: &str) -> Result<T, E> {
        let Self(_, tag, name) = self;
        Err(E::custom(format_args!(
            "the payload is {what}, not an object that can hold the name `{name}` under `{tag}`"
        )))
    }
}

impl<S: Serializer> Serializer for Tagged<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = Keys<S::SerializeMap>;
    type SerializeStruct = Keys<S::SerializeStruct>;
    type SerializeStructVariant = Impossible<S::Ok, S::Error>;

    refuse_values!(|tagged, what| tagged.member.refuse(what));

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        self.member.refuse("a tuple variant")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        self.member.refuse("a struct variant")
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        write_unit(self.member, self.to)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<S::Ok, S::Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    /// An object with the variant as its key, as in serde.
    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.serialize_newtype_variant(name, index, variant, &())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let mut map = self.serialize_map(Some(1))?;
        map.serialize_entry(variant, value)?;
        map.end()
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        let Self { member, to } = self;
        let mut object = to.serialize_map(len.map(|len| len + 1))?;
        object.serialize_entry(member.1, member.2)?;
        Ok(Keys { member, object })
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        let Self { member, to } = self;
        // `serde_json` passes some of its own types under reserved names: a raw JSON text, a number.
        if name.starts_with("$serde_json::private::") {
            return member.refuse("raw JSON");
        }
        let mut object = to.serialize_struct(name, len + 1)?;
        object.serialize_field(member.1, member.2)?;
        Ok(Keys { member, object })
    }
}

/// The keys of the payload. The tag's key is rejected.
struct Keys<S> {
    member: &'static Member,
    object: S,
}

impl<S: SerializeStruct> SerializeStruct for Keys<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        if key == self.member.1 {
            return Err(self.member.duplicate_tag());
        }
        self.object.serialize_field(key, value)
    }

    fn skip_field(&mut self, key: &'static str) -> Result<(), S::Error> {
        self.object.skip_field(key)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.object.end()
    }
}

impl<S: SerializeMap> SerializeMap for Keys<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        if is_text(key, self.member.1) {
            return Err(self.member.duplicate_tag());
        }
        self.object.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.object.serialize_value(value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.object.end()
    }
}
