//! The event's name as the first key of the payload's object, as serde's internally tagged enums write it.

use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};

use super::buffer::{Buffer, Writer};
use super::find_tag::find;
use super::is_text::is_text;
use super::object::search;
use super::refuse::refuse_values;

/// The key that names an event inside its data, and the name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    /// The key.
    pub(crate) key: &'static str,
    /// The name.
    pub(crate) event_type: &'static str,
    /// How the data begins: `{"key":"name"`, escaped.
    pub(crate) head: &'static str,
    /// Nothing but the data names the event.
    pub(crate) is_only_name: bool,
}

/// Appends the payload as JSON, with its event's name under the tag's key.
///
/// serde's own serializer for this buffers the fields of an externally tagged variant. Here the name is written
/// first, and the brace that opens the payload's object becomes the comma behind it: nothing is buffered.
///
/// A text that is written as it is, a `RawValue`, has the name in it already. Where nothing else names the event, it is
/// refused if it has not: whoever chose the text would choose the event.
///
/// A field of the tag's key is left out where it is the event's name. Any other payload that has the tag's key is refused: which of the two names a reader takes is its own affair, and the
/// payload may be somebody else's text. What was written before an error stays in the buffer.
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

/// Makes one object of the head from `start` and the payload from `brace`.
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

/// The keys of a map are known when they are written.
fn has_key(json: &[u8], key: &str) -> bool {
    str::from_utf8(json).is_ok_and(|json| search(json, |entry| entry.is(key).then_some(())).is_ok())
}

/// Whether a reader finds the event's name in a text that is written as it is.
fn is_named(json: &[u8], tag: &Tag) -> bool {
    str::from_utf8(json).is_ok_and(|json| find(json, tag.key).is_ok_and(|name| name == tag.event_type))
}

/// What a payload turns out to be.
#[derive(PartialEq)]
enum Kind {
    /// Its keys are known as they come.
    Struct,
    Map,
    /// A text that has its name in it already.
    Text,
}

impl Tag {
    fn another_name<E: Error>(&self) -> E {
        let Self { key, event_type, .. } = self;
        E::custom(format_args!(
            "the text of the payload does not name the event `{event_type}` under `{key}`, and no `event:` line does"
        ))
    }

    fn duplicate_tag<E: Error>(&self) -> E {
        let Self { key, event_type, .. } = self;
        E::custom(format_args!(
            "the payload has the key `{key}` itself, which names the event `{event_type}`"
        ))
    }
}

/// A serializer that takes what is an object, and units as empty ones.
struct Object<'a, S> {
    tag: &'a Tag,
    kind: &'a mut Kind,
    json: S,
}

impl<S: Serializer> Object<'_, S> {
    fn refuse<T>(&self, what: &str) -> Result<T, S::Error> {
        let Tag { key, event_type, .. } = self.tag;
        Err(Error::custom(format_args!(
            "{what} has no room for the key `{key}` that names the event `{event_type}`"
        )))
    }

    /// Whether a key of the payload is another one than the tag's.
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
        // Values that serde_json knows by a name of its own.
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

/// The keys of a struct, of which that of the tag may only be the event's name.
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
            // It is written already.
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
