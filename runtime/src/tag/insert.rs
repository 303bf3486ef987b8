//! A serializer that writes the event's name as the first key of the payload's object, as serde's internally
//! tagged enums do.

use std::fmt::Display;

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeStruct, SerializeStructVariant,
    SerializeTupleVariant, Serializer,
};
use serde_json::Value;

/// A payload with its name under the key `tag`.
pub(crate) struct Tagged<'a, P: ?Sized> {
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) payload: &'a P,
}

impl<P: Serialize + ?Sized> Serialize for Tagged<'_, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.payload.serialize(Insert { tag: self.tag, name: self.name, serializer })
    }
}

struct Insert<S> {
    tag: &'static str,
    name: &'static str,
    serializer: S,
}

impl<S: Serializer> Insert<S> {
    /// An object with the tag, and room for more entries.
    fn map(self, more: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        let mut map = self.serializer.serialize_map(more.map(|more| more + 1))?;
        map.serialize_entry(self.tag, self.name)?;
        Ok(map)
    }

    fn refuse<T>(&self, what: &str) -> Result<T, S::Error> {
        let (tag, name) = (self.tag, self.name);
        Err(Error::custom(format_args!(
            "{what} has no room for the key `{tag}` that names the event `{name}`"
        )))
    }
}

macro_rules! refuse {
    ($($method:ident($ty:ty) $what:literal;)*) => {$(
        fn $method(self, _: $ty) -> Result<S::Ok, S::Error> {
            self.refuse($what)
        }
    )*};
}

impl<S: Serializer> Serializer for Insert<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Variant<S::SerializeMap, Vec<Value>>;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = S::SerializeStruct;
    type SerializeStructVariant = Variant<S::SerializeMap, serde_json::Map<String, Value>>;

    refuse! {
        serialize_bool(bool) "a boolean";
        serialize_i8(i8) "an integer";
        serialize_i16(i16) "an integer";
        serialize_i32(i32) "an integer";
        serialize_i64(i64) "an integer";
        serialize_i128(i128) "an integer";
        serialize_u8(u8) "an integer";
        serialize_u16(u16) "an integer";
        serialize_u32(u32) "an integer";
        serialize_u64(u64) "an integer";
        serialize_u128(u128) "an integer";
        serialize_f32(f32) "a number";
        serialize_f64(f64) "a number";
        serialize_char(char) "a string";
        serialize_str(&str) "a string";
        serialize_bytes(&[u8]) "an array";
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<S::Ok, S::Error> {
        self.refuse("a string")
    }

    /// Nothing but the tag.
    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.map(Some(0))?.end()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<S::Ok, S::Error> {
        self.serialize_unit()
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
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

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.serialize_newtype_variant("", 0, variant, &())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let mut map = self.map(Some(1))?;
        map.serialize_entry(variant, value)?;
        map.end()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        self.refuse("an array")
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.refuse("an array")
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        self.refuse("an array")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(Variant { map: self.map(Some(1))?, name: variant, fields: Vec::with_capacity(len) })
    }

    fn serialize_map(self, len: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        self.map(len)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<S::SerializeStruct, S::Error> {
        // A `RawValue` is the whole text, its name in it already.
        if name.starts_with("$serde_json::private::") {
            return self.serializer.serialize_struct(name, len);
        }
        let mut object = self.serializer.serialize_struct(name, len + 1)?;
        object.serialize_field(self.tag, self.name)?;
        Ok(object)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(Variant { map: self.map(Some(1))?, name: variant, fields: serde_json::Map::new() })
    }
}

/// A variant of an externally tagged enum: its fields are one value under its name.
struct Variant<M, F> {
    map: M,
    name: &'static str,
    fields: F,
}

impl<M: SerializeMap, F: Serialize> Variant<M, F> {
    fn finish(mut self) -> Result<M::Ok, M::Error> {
        self.map.serialize_entry(self.name, &self.fields)?;
        self.map.end()
    }
}

impl<M: SerializeMap> SerializeTupleVariant for Variant<M, Vec<Value>> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        self.fields.push(serde_json::to_value(value).map_err(Error::custom)?);
        Ok(())
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.finish()
    }
}

impl<M: SerializeMap> SerializeStructVariant for Variant<M, serde_json::Map<String, Value>> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.fields.insert(key.to_owned(), serde_json::to_value(value).map_err(Error::custom)?);
        Ok(())
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.finish()
    }
}
