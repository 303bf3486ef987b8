//! Untyped events as parsers give them, and events and comments as the lines of a stream, without I/O.

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

pub use comment::Comment;
pub use event::WireEvent;

pub use crate::raw::AsRawEvent;
