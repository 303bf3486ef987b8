//! What a frame has to come to.

use sse_event::{DecodeEvent, Decoded, Error, RawEvent};

/// The event of a frame that has to be one.
///
/// # Panics
/// If it is none.
#[must_use]
#[track_caller]
pub fn event<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> T {
    match T::decode(RawEvent::new(name, data)) {
        Ok(Decoded::Event(event)) => event,
        Ok(Decoded::Ignored) => panic!("{name:?} with {data:?} is ignored"),
        Ok(Decoded::End) => panic!("{name:?} with {data:?} is the end"),
        Err(error) => panic!("{error}"),
    }
}

/// The error of a frame that has to be none.
///
/// # Panics
/// If it is one.
#[must_use]
#[track_caller]
pub fn error<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> Error {
    match T::decode(RawEvent::new(name, data)) {
        Err(error) => error,
        Ok(_) => panic!("{name:?} with {data:?} decodes"),
    }
}
