//! Bytes on the wire to raw events, without I/O.

mod decoder;

pub(crate) use decoder::Decoder;
