//! `TryFrom` for derived types: an event, or the reason why there is none.

use super::{DecodeEvent, Decoded};
use crate::error::Error;
use crate::raw::RawEvent;

/// What the derived `TryFrom` impls return.
///
/// # Errors
/// Those of `decode`, and that the event is ignored or the sentinel.
#[doc(hidden)]
pub fn try_from<'de, T: DecodeEvent<'de>>(raw: RawEvent<'de>) -> Result<T, Error> {
    match T::decode(raw) {
        Ok(Decoded::Event(event)) => Ok(event),
        Ok(Decoded::Ignored) => Err(Error::ignored(raw)),
        Ok(Decoded::End) => Err(Error::end(raw)),
        Err(error) => Err(error),
    }
}

// The derive always generates the same code. Whether it is compiled depends on this crate's feature, not on one of
// the macro crate: features of a procedural macro are shared by build scripts and by the code that they build.

/// Impls for the events of `eventsource-stream`.
#[cfg(feature = "eventsource-stream")]
#[doc(hidden)]
#[macro_export]
macro_rules! __eventsource_stream_impls {
    ($($impls:tt)*) => { $($impls)* };
}

/// Impls for the events of `eventsource-stream`: none without that feature.
#[cfg(not(feature = "eventsource-stream"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __eventsource_stream_impls {
    ($($impls:tt)*) => {};
}
