//! Events within an object: what the code of a derived wrapper with `#[sse(encode)]` calls.

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
    /// It under a key of the wrapper's object, behind the other fields.
    ///
    /// # Errors
    /// Those of the event and of the fields; data of the event that are not JSON; a field with the same key; an ID or a
    /// name without a wire form.
    #[doc(hidden)]
    fn encode_nested<W: SerializeFields>(
        &self,
        sink: EncodeSink<'_>,
        wrapper: &W,
        key: &'static str,
    ) -> Result<bool, Error>;

    /// It with further fields in its object.
    ///
    /// # Errors
    /// Those of the event and of the fields; data of the event that are not a JSON object; a field with a key that the
    /// event has too; an ID or a name without a wire form.
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

/// An error under a key of the wrapper's object, in the place of an event. Nothing names it but its key.
///
/// # Errors
/// Those of its `Serialize` and of the fields; a field with the same key.
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

/// What a payload holds as text must not add a key to the object around it.
fn is_json(data: &str) -> serde_json::Result<()> {
    let json = serde_json::from_str::<IgnoredAny>(data).map(drop);
    json.map_err(|error| {
        serde::ser::Error::custom(format_args!("data within an object has to be JSON: {error}"))
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

/// The entries of two objects in one.
fn joined(first: &str, second: &str) -> serde_json::Result<String> {
    let entries = |object: &str| Some(object.strip_prefix('{')?.strip_suffix('}')?.trim().to_owned());
    let (Some(one), Some(other)) = (entries(first), entries(second)) else {
        return Err(serde::ser::Error::custom("an event that is not an object has no room for further keys"));
    };
    reject_duplicates(first, second)?;
    let comma = if one.is_empty() || other.is_empty() { "" } else { "," };
    Ok(format!("{{{one}{comma}{other}}}"))
}

/// Which of two values a reader takes is its own affair.
fn reject_duplicates(first: &str, second: &str) -> serde_json::Result<()> {
    let duplicate = search(first, |entry| {
        let key = entry.key();
        search(second, |other| other.is(&key).then_some(())).is_ok().then_some(key)
    });
    match duplicate {
        Ok(key) => Err(serde::ser::Error::custom(format_args!(
            "the event and a field of its wrapper have the key {key:?}"
        ))),
        Err(_) => Ok(()),
    }
}
