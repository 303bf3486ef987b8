//! Events in: typed streams, the blocking reader, and the items of other parsers.

#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod error;
mod parsers;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(any(feature = "reader", feature = "stream"))]
mod session;
#[cfg(any(feature = "reader", feature = "stream"))]
mod state;
#[cfg(feature = "stream")]
pub mod stream;
