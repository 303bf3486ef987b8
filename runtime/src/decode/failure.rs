//! The errors that derived code returns when it cannot decode a raw event.

use serde::de::IgnoredAny;

use super::payload::Payload;
use super::route::Unknown;
use crate::error::hint::Hint;
use crate::error::{BoxError, Error, excerpt};
use crate::json::find_tag::find;
use crate::raw::RawEvent;

/// The JSON payload of a known event is malformed.
#[cold]
pub(super) fn json_error((raw, event_type): (RawEvent<'_>, &'static str), error: serde_json::Error) -> Error {
    Error::json(raw, event_type, empty_error(raw.data, error))
}

/// The error for empty data. The server did not send the `null` that the data was read as, so a complaint about
/// `null` becomes `serde_json`'s error for an empty text. A custom message of the payload is kept.
#[cold]
pub(super) fn empty_error(data: &str, error: serde_json::Error) -> serde_json::Error {
    const REFUSED: &str = "invalid type: null, expected ";
    if data.is_empty() && error.is_data() && excerpt::head(&error, REFUSED.len()).0 == REFUSED {
        serde_json::from_str::<IgnoredAny>("").err().unwrap_or(error)
    } else {
        error
    }
}

/// `FromStr` or the user's function rejected the data of a known event.
///
/// # Errors
/// Always.
#[cold]
pub fn codec_error<T>(raw: RawEvent<'_>, event_type: &'static str, error: BoxError) -> Result<T, Error> {
    Err(Error::codec(raw, event_type, error))
}

/// No variant matches the event.
#[cold]
pub(super) fn unknown_event(raw: RawEvent<'_>, unknown: &Unknown<'_>) -> Error {
    let hint = match unknown {
        Unknown::Unnamed(unnamed) => return Error::unnamed(raw, *unnamed),
        Unknown::Named(_) => None,
        Unknown::Message => raw.line_name().is_none().then_some(Hint::NoLine),
        Unknown::Line(_, tag) => tag.filter(|tag| find(raw.data, tag).is_ok()).map(Hint::Tag),
    };
    Error::unknown_event(raw, unknown.event_type(), hint)
}

/// No variant matches the event, and some variants are selected by a key of the data. If the event has one of their
/// `names` and its data is not JSON, the keys cannot be read, so the error is about the data.
#[cold]
pub(super) fn unknown_event_by_key(
    raw: RawEvent<'_>,
    unknown: &Unknown<'_>,
    names: &[&'static str],
) -> Error {
    let known = names.iter().find(|known| unknown.event_type() == **known);
    if let Some(name) = known.filter(|_| !matches!(unknown, Unknown::Unnamed(_)))
        && let Err(error) = <IgnoredAny as Payload<'_>>::decode(raw, name)
    {
        return error;
    }
    unknown_event(raw, unknown)
}
