//! Bytes on the wire to raw events and back, without I/O.

pub(crate) mod comment;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod decoder;
pub(crate) mod event;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod limit;
pub(crate) mod lines;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod position;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod retry;
#[cfg(any(feature = "reader", feature = "stream"))]
mod whole;
