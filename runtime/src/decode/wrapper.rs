//! Events within an object: the functions that the code of a derived wrapper calls.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::payload::Fields;
use super::{DecodeEvent, Decoded};
use crate::error::Error;
use crate::event::SseEvent;
use crate::json::read;
use crate::raw::RawEvent;

/// An event that a wrapper holds.
///
/// It exists for the compiler's messages. Use [`SseEvent`](crate::SseEvent) in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the event of a wrapper: it is not an event type\n\
               help: derive `SseEvent` for it; if it is a `Result`, name the key of the error: \
               `#[sse(nested, error = \"error\")]`",
    label = "not an event type"
)]
pub trait WrappedEvent<'de>: Sized {
    /// Decodes the event from its text.
    ///
    /// # Errors
    /// Those of the event, with the whole data and the path from the wrapper's object, and an error for `null`
    /// instead of an event.
    #[doc(hidden)]
    fn decode_nested(raw: RawEvent<'de>, text: EventText<'de>) -> Result<Decoded<Self>, Error>;

    /// Decodes a raw event whose data is not the wrapper's object.
    ///
    /// # Errors
    /// The data is not the wrapper's object. Ignored events and the sentinel are not errors, because they are not
    /// wrapped.
    #[doc(hidden)]
    fn decode_unwrapped<W>(raw: RawEvent<'de>, error: serde_json::Error) -> Result<Decoded<W>, Error>;

    /// Decodes the wrapper's other fields from the data.
    ///
    /// # Errors
    /// A payload error of this event.
    #[doc(hidden)]
    fn decode_beside<F: Fields<'de, Known>, Known>(&self, raw: RawEvent<'de>) -> Result<F, Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, T: DecodeEvent<'de>> WrappedEvent<'de> for T {
    fn decode_nested(raw: RawEvent<'de>, EventText(text): EventText<'de>) -> Result<Decoded<T>, Error> {
        if matches!(text, "null" | "") {
            return Err(no_event(raw, text));
        }
        T::decode(RawEvent { data: text, ..raw }).map_err(|error| error.within(raw, text))
    }

    #[cold]
    fn decode_unwrapped<W>(raw: RawEvent<'de>, error: serde_json::Error) -> Result<Decoded<W>, Error> {
        match T::decode(raw) {
            Ok(Decoded::Ignored) => Ok(Decoded::Ignored),
            Ok(Decoded::End) => Ok(Decoded::End),
            _ => Err(malformed(raw, error)),
        }
    }

    #[inline]
    fn decode_beside<F: Fields<'de, Known>, Known>(&self, raw: RawEvent<'de>) -> Result<F, Error> {
        F::from_data(raw.data).map_err(|error| malformed_beside(raw, self, error))
    }
}

/// The text of the event in the wrapper's object, without building a tree of values. It is empty if serde's `default`
/// replaces a missing event.
#[derive(Clone, Copy, Debug, Default)]
#[doc(hidden)]
pub struct EventText<'a>(&'a str);

impl<'de: 'a, 'a> Deserialize<'de> for EventText<'a> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(deserializer).map(|text| Self(text.get()))
    }
}

#[cold]
fn no_event(raw: RawEvent<'_>, text: &str) -> Error {
    let error = match text {
        "" => read::error_at(raw.data, raw.data.len(), "the event is missing"),
        _ => {
            let end = read::start_of(text, raw.data) + text.len();
            read::error_at(raw.data, end, "invalid type: null, expected an event")
        }
    };
    malformed(raw, error)
}

/// The error for malformed data. The name of the event is not known, because it is in the object.
fn malformed(raw: RawEvent<'_>, error: serde_json::Error) -> Error {
    Error::json(raw, raw.event_type().to_owned(), error)
}

/// A wrapper holds either an event or an error.
///
/// # Errors
/// The object holds both or neither.
#[doc(hidden)]
pub fn event_or_error<'a, E>(
    raw: RawEvent<'_>,
    (event, event_key): (Option<EventText<'a>>, &'static str),
    (error, error_key): (Option<E>, &'static str),
) -> Result<Result<EventText<'a>, E>, Error> {
    match (event, error) {
        (Some(event), None) => Ok(Ok(event)),
        (None, Some(error)) => Ok(Err(error)),
        (event, _) => Err(not_one(raw, event.is_some(), event_key, error_key)),
    }
}

#[cold]
fn not_one(raw: RawEvent<'_>, both: bool, event_key: &str, error_key: &str) -> Error {
    let message = if both {
        format!("`{event_key}` and `{error_key}` are both present, expected exactly one of them")
    } else {
        format!("neither `{event_key}` nor `{error_key}` is present")
    };
    malformed(raw, read::error_at(raw.data, raw.data.len(), message))
}

#[cold]
fn malformed_beside<T: SseEvent>(raw: RawEvent<'_>, event: &T, error: serde_json::Error) -> Error {
    let name =
        event.static_event_type().map_or_else(|| Cow::Owned(event.event_type().to_owned()), Cow::Borrowed);
    Error::json(raw, name, error)
}
