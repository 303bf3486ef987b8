//! Bytes on the wire to raw events, without I/O.

mod decoder;
mod retry;

pub(crate) use decoder::Decoder;
pub(crate) use retry::Retry;
