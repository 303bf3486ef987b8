//! Bytes on the wire to raw events and back, without I/O.

mod comment;
#[cfg(any(feature = "reader", feature = "stream"))]
mod decoder;
mod event;
mod lines;
#[cfg(any(feature = "reader", feature = "stream"))]
mod retry;
#[cfg(feature = "bytes")]
mod writer;

pub use comment::Comment;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) use decoder::Decoder;
pub use event::WireEvent;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) use retry::Retry;
#[cfg(feature = "bytes")]
pub(crate) use writer::WireWriter;
