//! Events within an object: the functions that the code of a derived wrapper with `#[sse(encode)]` calls.

use serde::Serialize;
use serde::de::IgnoredAny;

use super::fields::{AsFields, SerializeFields};
use super::sink::EncodeSink;
use super::{EncodeEvent, encode};
use crate::error::Error;
use crate::json::buffer::{Buffer, Writer, into_vec};
use crate::json::object::search;
use crate::raw::RawEventBuf;

/// An event that a wrapper writes.
///
/// It exists for the compiler's messages. Use [`EncodeEvent`](crate::EncodeEvent) in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the event of a wrapper that is encoded: it is not encoded itself\n\
               help: derive `SseEvent` for it with `#[sse(encode)]`",
    label = "not encoded"
)]
pub trait EncodeWrapped {
    /// Writes the event under a key of the wrapper's object, after the other fields.
    ///
    /// # Errors
    /// Those of the event and of the fields; data of the event that is not JSON; a field with the same key; an ID or
    /// a name that has no wire form.
    #[doc(hidden)]
    fn encode_nested<W: SerializeFields>(
        &self,
        sink: EncodeSink<'_>,
        wrapper: &W,
        key: &'static str,
    ) -> Result<bool, Error>;

    /// Writes the event with further fields in its object.
    ///
    /// # Errors
    /// Those of the event and of the fields; data of the event that is not a JSON object; a field with a key that the
    /// event has too; an ID or a name that has no wire form.
    #[doc(hidden)]
    fn encode_beside<W: SerializeFields>(&self, sink: EncodeSink<'_>, wrapper: &W) -> Result<bool, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: EncodeEvent> EncodeWrapped for T {
    fn encode_nested<W: SerializeFields>(
        &self,
        sink: EncodeSink<'_>,
        wrapper: &W,
        key: &'static str,
    ) -> Result<bool, Error> {
        let mut raw = encode(self)?;
        let data = is_json(&raw.data).and_then(|()| with_value(wrapper, key, &raw.data));
        raw.data = data.map_err(|error| refused(self, error))?;
        sink.owned(raw)
    }

    fn encode_beside<W: SerializeFields>(&self, sink: EncodeSink<'_>, wrapper: &W) -> Result<bool, Error> {
        let mut raw = encode(self)?;
        let data = is_json(&raw.data).and_then(|()| joined(raw.data.trim(), &json(&AsFields(wrapper))?));
        raw.data = data.map_err(|error| refused(self, error))?;
        sink.owned(raw)
    }
}

/// Writes an error under a key of the wrapper's object, instead of an event. The key alone identifies it.
///
/// # Errors
/// Those of the error's `Serialize` and of the fields; a field with the same key.
#[doc(hidden)]
pub fn encode_nested_error<E: Serialize, W: SerializeFields>(
    sink: EncodeSink<'_>,
    error: &E,
    wrapper: &W,
    key: &'static str,
) -> Result<bool, Error> {
    let data = json(error).and_then(|error| with_value(wrapper, key, &error));
    let data = data.map_err(|error| Error::encode(key, error.into()))?;
    sink.owned(RawEventBuf::new("", data))
}

#[cold]
fn refused<T: EncodeEvent>(event: &T, error: serde_json::Error) -> Error {
    Error::encode(event.static_event_type().unwrap_or_default(), error.into())
}

/// Checks that the data is one JSON value: other text could add keys to the surrounding object.
fn is_json(data: &str) -> serde_json::Result<()> {
    let json = serde_json::from_str::<IgnoredAny>(data).map(drop);
    json.map_err(|error| {
        serde::ser::Error::custom(format_args!("the data of an event within an object must be JSON: {error}"))
    })
}

fn json<T: Serialize>(value: &T) -> serde_json::Result<String> {
    let mut buffer = Buffer::with_capacity(128);
    value.serialize(&mut serde_json::Serializer::new(Writer(&mut buffer)))?;
    String::from_utf8(into_vec(buffer)).map_err(serde::ser::Error::custom)
}

/// The wrapper's object with one more key.
fn with_value<W: SerializeFields>(wrapper: &W, key: &str, value: &str) -> serde_json::Result<String> {
    joined(&json(&AsFields(wrapper))?, &format!("{{{}:{value}}}", json(&key)?))
}

/// One object with the entries of both.
fn joined(first: &str, second: &str) -> serde_json::Result<String> {
    let entries = |object: &str| Some(object.strip_prefix('{')?.strip_suffix('}')?.trim().to_owned());
    let (Some(one), Some(other)) = (entries(first), entries(second)) else {
        return Err(serde::ser::Error::custom(
            "the event is not an object, so the wrapper cannot add its fields",
        ));
    };
    reject_duplicates(first, second)?;
    let comma = if one.is_empty() || other.is_empty() { "" } else { "," };
    Ok(format!("{{{one}{comma}{other}}}"))
}

/// Rejects duplicate keys, because readers differ in which of the two values they use.
fn reject_duplicates(first: &str, second: &str) -> serde_json::Result<()> {
    let duplicate = search(first, |entry| {
        let key = entry.key();
        search(second, |other| other.is(&key).then_some(())).is_ok().then_some(key)
    });
    match duplicate {
        Ok(key) => Err(serde::ser::Error::custom(format_args!(
            "the event and a field of its wrapper have the same key {key:?}"
        ))),
        Err(_) => Ok(()),
    }
}
