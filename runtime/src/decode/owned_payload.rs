//! A payload that does not borrow, of an enum with a `tag`.

use serde::de::{DeserializeOwned, Deserializer};

use super::failure::json_error;
use super::payload::{Json, text};
use crate::error::{Error, excerpt};
use crate::json::blank::blank;
use crate::json::in_structs::{StructFields, VisibleInStructs};
use crate::json::object::has_entry;
use crate::json::read::read;
use crate::raw::RawEvent;

/// The same as [`Payload`](super::payload::Payload), for payloads that do not borrow: they can be read from a copy of the
/// data. Implemented for every `serde::de::DeserializeOwned`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an event: it does not implement `serde::Deserialize`\n\
               help: add `#[derive(serde::Deserialize)]` to it, or, if it derives `SseEvent`, \
               `#[sse(tag = \"…\", deserialize)]`; for text that is not JSON write `#[event(\"name\", raw)]` or \
               `#[event(\"name\", parse)]`",
    label = "this payload cannot be read from JSON",
    note = "`Rc` and `Arc` payloads need serde's feature `rc`: `serde = {{ version = \"1\", features = [\"rc\"] }}`"
)]
pub trait OwnedPayload: Sized {
    /// Deserializes the payload of the event `event_type` from data that may hold the event's name under the key `tag`.
    ///
    /// The key is hidden from the payload. A struct is an exception, because most structs ignore keys that they do not
    /// have: if it rejects the key, [`with_and_without_tag`] reads it again.
    ///
    /// # Errors
    /// A payload error, with the event.
    fn decode_tagged(raw: RawEvent<'_>, event_type: &'static str, tag: &'static str) -> Result<Self, Error>;

    /// Deserializes the value as a part of a payload.
    ///
    /// # Errors
    /// Those of its `Deserialize`.
    fn from_deserializer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> OwnedPayload for T {
    #[inline]
    fn decode_tagged(raw: RawEvent<'_>, event_type: &'static str, tag: &'static str) -> Result<Self, Error> {
        let fields = StructFields::default();
        let deserialize =
            |json: &mut Json<'_>| T::deserialize(VisibleInStructs { json, tag, fields: &fields });
        read(text(raw.data), deserialize, Tagged { raw, event_type, tag, fields: &fields }, Tagged::error)
    }

    #[inline]
    fn from_deserializer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer)
    }
}

/// The event of a tagged payload.
struct Tagged<'de, 'f> {
    raw: RawEvent<'de>,
    event_type: &'static str,
    tag: &'static str,
    fields: &'f StructFields,
}

impl Tagged<'_, '_> {
    #[cold]
    fn error(self, error: serde_json::Error) -> Error {
        let Self { raw, event_type, tag, fields } = self;
        let is_unknown_field = fields.get().is_some_and(|fields| !fields.contains(&tag));
        if is_unknown_field && may_be_about_key(&error) && has_entry(raw.data, tag) {
            Error::after_tag(raw, event_type, error)
        } else {
            json_error((raw, event_type), error)
        }
    }
}

/// Whether an unknown key may have caused the error.
fn may_be_about_key(error: &serde_json::Error) -> bool {
    const OTHERS: [&str; 3] = ["invalid type: ", "invalid value: ", "missing field "];
    let (message, _) = excerpt::head(error, OTHERS[1].len());
    error.is_data() && !OTHERS.iter().any(|other| message.starts_with(other))
}

/// Decodes an event with a tag, and decodes it again without the tag if the payload may have rejected the tag.
///
/// # Errors
/// Those of `decode`.
#[inline]
pub fn with_and_without_tag<T>(
    raw: RawEvent<'_>,
    tag: &str,
    decode: impl Fn(RawEvent<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    match decode(raw) {
        Err(error) if error.is_after_tag() => without_tag(raw, tag, &decode),
        event => event,
    }
}

#[cold]
fn without_tag<T>(
    raw: RawEvent<'_>,
    tag: &str,
    decode: &dyn Fn(RawEvent<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let data = blank(raw.data, tag);
    decode(RawEvent { data: &data, ..raw }).map_err(|error| error.of_event(raw))
}
