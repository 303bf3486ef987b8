//! Writes the event's name as the first key of the payload's object, as serde's internally tagged enums do.

use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};

use super::buffer::{Buffer, Writer};
use super::find_tag::find;
use super::is_text::is_text;
use super::object::has_entry;
use super::refuse::refuse_values;

/// The key that names an event inside its data, and the name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    /// The key.
    pub(crate) key: &'static str,
    /// The name.
    pub(crate) event_type: &'static str,
    /// The beginning of the data: `{"key":"name"`, escaped.
    pub(crate) head: &'static str,
    /// Whether only the data names the event.
    pub(crate) is_only_name: bool,
}

/// Appends the payload as JSON, with the event's name under the tag's key.
///
/// serde's own serializer for this buffers the fields of an externally tagged variant. Here the name is written
/// first, and the brace that opens the payload's object becomes the comma after it, so nothing is buffered.
///
/// A text that is written as it is, a `RawValue`, already contains the name. If only the data names the event and the
/// text does not contain the name, it is rejected: otherwise the text could choose the event.
///
/// A field with the tag's key is left out if its value is the event's name. Any other payload that has the tag's key
/// is rejected: readers differ in which of two names they use, and the payload may come from somebody else. After an
/// error, the buffer keeps what was written before it.
pub(crate) fn tagged<P: Serialize + ?Sized>(
    buffer: &mut Buffer,
    tag: &Tag,
    payload: &P,
) -> serde_json::Result<()> {
    let start = buffer.len();
    buffer.extend_from_slice(tag.head.as_bytes());
    let brace = buffer.len();
    let mut kind = Kind::Struct;
    payload.serialize(Object {
        tag,
        kind: &mut kind,
        json: &mut serde_json::Serializer::new(Writer(buffer)),
    })?;
    join(buffer, tag, &kind, start, brace)
}

/// Joins the head from `start` and the payload from `brace` into one object.
fn join(buffer: &mut Buffer, tag: &Tag, kind: &Kind, start: usize, brace: usize) -> serde_json::Result<()> {
    let end = buffer.len();
    if *kind == Kind::Text {
        if tag.is_only_name && !is_named(&buffer[brace..], tag) {
            return Err(tag.another_name());
        }
        buffer.copy_within(brace.., start);
        buffer.truncate(end - (brace - start));
        return Ok(());
    }
    if *kind == Kind::Map && has_key(&buffer[brace..], tag.key) {
        return Err(tag.duplicate_tag());
    }
    if buffer[brace..] == *b"{}" {
        buffer[brace] = b'}';
        buffer.truncate(end - 1);
    } else {
        buffer[brace] = b',';
    }
    Ok(())
}

/// Whether the written JSON has the key: the keys of a map are known only after writing.
fn has_key(json: &[u8], key: &str) -> bool {
    str::from_utf8(json).is_ok_and(|json| has_entry(json, key))
}

/// Whether a reader finds the event's name in a text that is written as it is.
fn is_named(json: &[u8], tag: &Tag) -> bool {
    str::from_utf8(json).is_ok_and(|json| find(json, tag.key).is_ok_and(|name| name == tag.event_type))
}

/// The kind of a payload.
#[derive(PartialEq)]
enum Kind {
    /// Its keys are checked while they are written.
    Struct,
    Map,
    /// A text that already contains the name.
    Text,
}

impl Tag {
    fn another_name<E: Error>(&self) -> E {
        let Self { key, event_type, .. } = self;
        E::custom(format_args!(
            "the text of the payload does not have the name `{event_type}` under `{key}`, and no `event:` line names the event"
        ))
    }

    fn duplicate_tag<E: Error>(&self) -> E {
        let Self { key, event_type, .. } = self;
        E::custom(format_args!(
            "the payload already has the key `{key}`, which is reserved for the name of the event `{event_type}`"
        ))
    }
}

/// A serializer that accepts objects, and writes units as empty objects.
struct Object<'a, S> {
    tag: &'a Tag,
    kind: &'a mut Kind,
    json: S,
}

impl<S: Serializer> Object<'_, S> {
    fn refuse<T>(&self, what: &str) -> Result<T, S::Error> {
        let Tag { key, event_type, .. } = self.tag;
        Err(Error::custom(format_args!(
            "the payload is {what}, not an object that can hold the name `{event_type}` under `{key}`"
        )))
    }

    /// Rejects the tag's key as a key of the payload.
    fn reject_tag_key(&self, key: &str) -> Result<(), S::Error> {
        if key == self.tag.key { Err(self.tag.duplicate_tag()) } else { Ok(()) }
    }
}

impl<'a, S: Serializer> Serializer for Object<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = S::SerializeTupleVariant;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = Keys<'a, S::SerializeStruct>;
    type SerializeStructVariant = S::SerializeStructVariant;

    refuse_values!(|object, what| object.refuse(what));

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.json.serialize_map(Some(0))?.end()
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
        self.reject_tag_key(variant)?;
        self.json.serialize_newtype_variant(name, index, variant, &())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.reject_tag_key(variant)?;
        self.json.serialize_newtype_variant(name, index, variant, value)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<S::SerializeTupleVariant, S::Error> {
        self.reject_tag_key(variant)?;
        self.json.serialize_tuple_variant(name, index, variant, len)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        *self.kind = Kind::Map;
        self.json.serialize_map(len)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        // `serde_json` passes some of its own types under reserved names.
        match name.strip_prefix("$serde_json::private::") {
            None => {}
            Some("RawValue") => *self.kind = Kind::Text,
            Some(_) => return self.refuse("a number"),
        }
        let Self { tag, json, .. } = self;
        Ok(Keys { tag, json: json.serialize_struct(name, len)? })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<S::SerializeStructVariant, S::Error> {
        self.reject_tag_key(variant)?;
        self.json.serialize_struct_variant(name, index, variant, len)
    }
}

/// The keys of a struct. The value of the tag's key may only be the event's name.
struct Keys<'a, S> {
    tag: &'a Tag,
    json: S,
}

impl<S: SerializeStruct> SerializeStruct for Keys<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        if key == self.tag.key {
            // The head contains it already.
            return if is_text(value, self.tag.event_type) { Ok(()) } else { Err(self.tag.duplicate_tag()) };
        }
        self.json.serialize_field(key, value)
    }

    fn skip_field(&mut self, key: &'static str) -> Result<(), S::Error> {
        self.json.skip_field(key)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.json.end()
    }
}
