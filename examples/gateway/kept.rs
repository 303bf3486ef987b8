//! A codec for payloads that are read but not changed: the event is kept alongside the payload and sent unchanged,
//! including the spaces in its JSON and unknown keys.

use std::convert::Infallible;

use serde::Deserialize;
use sse_event::{Error, RawEvent, RawEventBuf};

#[derive(Debug)]
pub(crate) struct Kept<T> {
    pub(crate) payload: T,
    event: RawEventBuf,
}

pub(crate) fn decode<'de, T: Deserialize<'de>>(raw: RawEvent<'de>) -> Result<Kept<T>, Error> {
    Ok(Kept { payload: raw.json()?, event: raw.to_buf() })
}

#[expect(clippy::unnecessary_wraps, reason = "a codec may fail; this one does not")]
pub(crate) fn encode<T>(kept: &Kept<T>) -> Result<RawEventBuf, Infallible> {
    Ok(kept.event.clone())
}
