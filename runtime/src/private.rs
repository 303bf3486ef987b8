//! What the derive's code names. Not public: it changes without notice, in step with the macro crate.

#[cfg(feature = "eventsource-stream")]
pub use eventsource_stream;
pub use serde;

pub use crate::payload::{OtherPayload, ParsePayload, Payload, RawPayload};
pub use crate::route::{Route, Rules, into_event, route};

use crate::error::BoxError;
use crate::{Error, RawEvent};

/// The JSON payload of a known event is malformed.
#[cold]
#[must_use]
pub fn json_error(raw: RawEvent<'_>, event_type: &'static str, error: serde_json::Error) -> Error {
    Error::json(raw, event_type, error)
}

/// The text of a known event is refused by its `FromStr`.
#[cold]
#[must_use]
pub fn codec_error(raw: RawEvent<'_>, event_type: &'static str, error: BoxError) -> Error {
    Error::codec(raw, event_type, error)
}

/// No variant takes the event.
#[cold]
#[must_use]
pub fn unknown_event(raw: RawEvent<'_>, event_type: &str) -> Error {
    Error::unknown_event(raw, event_type)
}

/// The name that an `other` payload came with.
pub fn kept_event_type(event: &impl crate::AsRawEvent) -> &str {
    event.as_raw_event().map_or("", |raw| raw.event_type())
}
