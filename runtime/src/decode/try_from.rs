//! `TryFrom` for derived types: an event, or an error also for an ignored event and for the sentinel.

use super::{DecodeEvent, Decoded};
use crate::error::Error;
use crate::raw::RawEvent;

/// The implementation of the derived `TryFrom` impls.
///
/// # Errors
/// Those of `decode`, and an error if the event is ignored or the sentinel.
#[doc(hidden)]
pub fn try_from<'de, T: DecodeEvent<'de>>(raw: RawEvent<'de>) -> Result<T, Error> {
    match T::decode(raw) {
        Ok(Decoded::Event(event)) => Ok(event),
        Ok(Decoded::Ignored) => Err(Error::ignored(raw)),
        Ok(Decoded::End) => Err(Error::end(raw)),
        Err(error) => Err(error),
    }
}

// The derive always generates the same code. Whether it is compiled depends on a feature of this crate, not of the
// macro crate: build scripts and the code that they build share the features of a procedural macro.

/// Impls for the events of `eventsource-stream`.
#[cfg(feature = "eventsource-stream")]
#[doc(hidden)]
#[macro_export]
macro_rules! __eventsource_stream_impls {
    ($($impls:tt)*) => { $($impls)* };
}

/// Without the feature `eventsource-stream`, nothing.
#[cfg(not(feature = "eventsource-stream"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __eventsource_stream_impls {
    ($($impls:tt)*) => {};
}
