//! What the derive's code names. Not public: it changes without notice, in step with the macro crate.

#[cfg(feature = "eventsource-stream")]
pub use eventsource_stream;
pub use serde;

pub use std::borrow::Cow;

pub use crate::encode::{EncodePayload, EncodeText, encode_error, encode_other, encode_unit};
pub use crate::kind::{deserialize_kind, serialize_kind, unknown_kind};
pub use crate::other::OtherPayload;
pub use crate::payload::{ParsePayload, Payload, RawPayload};
pub use crate::route::{Route, Rules, Unknown, route};
pub use crate::sink::{EncodeSink, Owned};
pub use crate::tag::{Tag, held_key};

use serde::de::IgnoredAny;

use crate::error::BoxError;
use crate::tag::find;
use crate::{Error, RawEvent};

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

/// The event as a codec sees it that reads the rest of its name: called what the tag calls it, where no line does.
///
/// A name with escapes is not text of the event, and stays where it is.
#[must_use]
pub fn with_name<'a>(raw: RawEvent<'a>, tag: &str) -> RawEvent<'a> {
    match find(raw.data, tag) {
        Ok(Cow::Borrowed(event)) if raw.line_name().is_none() => RawEvent { event, ..raw },
        _ => raw,
    }
}

/// The name that an `other` payload came with: its line's, or what stands under the tag.
#[must_use]
pub fn kept_event_type<'a>(event: Option<RawEvent<'a>>, tag: Option<&str>) -> &'a str {
    let Some(raw) = event else { return "" };
    match (raw.line_name(), tag) {
        (None, Some(tag)) => match find(raw.data, tag) {
            Ok(Cow::Borrowed(name)) => name,
            // A name with escapes is not kept as text.
            Ok(Cow::Owned(_)) => "",
            Err(_) => raw.event_type(),
        },
        _ => raw.event_type(),
    }
}
