//! Decodes or encodes, and panics with the reason if the outcome is unexpected.

use std::fmt::Debug;

use sse_event::{DecodeEvent, DecodeEventOwned, Decoded, EncodeEvent, Error, RawEvent, RawEventBuf};

/// The event to which this name and data decode.
///
/// # Panics
/// If they decode to something else.
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

/// The error of decoding this name and data.
///
/// # Panics
/// If they decode.
#[must_use]
#[track_caller]
pub fn error<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> Error {
    match T::decode(RawEvent::new(name, data)) {
        Err(error) => error,
        Ok(_) => panic!("{name:?} with {data:?} decodes"),
    }
}

/// Asserts that the value is encoded with exactly this name and data, without an ID and a reconnection time: `""` and
/// `"message"` differ.
///
/// # Panics
/// If it is encoded as another event, or cannot be encoded.
#[track_caller]
pub fn assert_encodes(event: &impl EncodeEvent, name: &str, data: &str) {
    let RawEventBuf { event, data: encoded, id, retry, .. } = event.encode().expect("it can be encoded");
    assert_eq!((&*event, &*encoded, id, retry), (name, data, None, None));
}

/// Asserts that the encoded value decodes to an equal value.
///
/// # Panics
/// If it decodes to anything else, or cannot be encoded.
#[track_caller]
pub fn assert_round_trips<T: EncodeEvent + DecodeEventOwned + Debug + PartialEq>(event: &T) {
    let raw = event.encode().expect("it can be encoded");
    let decoded = T::decode(raw.as_raw_event()).expect("it can be decoded");
    assert_eq!(decoded.into_event().as_ref(), Some(event), "{raw:?}");
}
