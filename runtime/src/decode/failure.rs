//! Why a raw event does not become a value: the errors that the derived code returns.

use serde::de::IgnoredAny;

use super::payload::Payload;
use super::route::Unknown;
use crate::error::{BoxError, Error};
use crate::raw::RawEvent;

/// The JSON payload of a known event is malformed.
#[cold]
#[must_use]
pub fn json_error(raw: RawEvent<'_>, event_type: &'static str, error: serde_json::Error) -> Error {
    Error::json(raw, event_type, error)
}

/// The data of a known event is refused by its `FromStr` or by the user's function.
#[cold]
#[must_use]
pub fn codec_error(raw: RawEvent<'_>, event_type: &'static str, error: BoxError) -> Error {
    Error::codec(raw, event_type, error)
}

/// No variant takes the event.
#[cold]
#[must_use]
pub fn unknown_event(raw: RawEvent<'_>, unknown: &Unknown<'_>) -> Error {
    match unknown {
        Unknown::Named(name) => Error::unknown_event(raw, name),
        Unknown::Unnamed(unnamed) => Error::unnamed(raw, *unnamed),
    }
}

/// No variant takes the event, and some of them are told by a key of the data. Of one of their `names`, data that is
/// no JSON is malformed: nobody knows what keys it was to have.
#[cold]
#[must_use]
pub fn unknown_event_by_key(raw: RawEvent<'_>, unknown: &Unknown<'_>, names: &[&'static str]) -> Error {
    let known = names.iter().find(|known| matches!(unknown, Unknown::Named(name) if name == *known));
    if let Some(name) = known
        && let Err(error) = <IgnoredAny as Payload<'_>>::from_data(raw.data)
    {
        return json_error(raw, name, error);
    }
    unknown_event(raw, unknown)
}

/// `TryFrom` has to give a value, and there is none: the event is passed over.
#[cold]
#[must_use]
pub fn ignored(raw: RawEvent<'_>) -> Error {
    Error::ignored(raw)
}

/// `TryFrom` has to give a value, and there is none: the event is the sentinel.
#[cold]
#[must_use]
pub fn end(raw: RawEvent<'_>) -> Error {
    Error::end(raw)
}
