//! Reading events: typed streams, the blocking reader, and the items of other parsers.

#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod counters;
#[cfg(any(feature = "reader", feature = "stream"))]
mod ending;
#[cfg(feature = "event-source")]
pub mod event_source;
mod parsers;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "stream")]
mod silence;
#[cfg(any(feature = "reader", feature = "stream"))]
mod state;
#[cfg(feature = "stream")]
pub mod stream;
#[cfg(feature = "stream")]
pub(crate) mod timer;
