//! The parsers and clients of other crates, one file per crate: their items are raw events.
//!
//! The feature of a crate before its 1.0 has the version in its name: the next version may need another adapter.

#[cfg(feature = "eventsource-client-018")]
mod eventsource_client;
#[cfg(feature = "eventsource-stream")]
mod eventsource_stream;
#[cfg(feature = "reqwest-eventsource-06")]
mod reqwest_eventsource;
#[cfg(any(feature = "sse-stream-02", feature = "sse-stream-03"))]
mod sse_stream;
#[cfg(feature = "sseer-03")]
mod sseer;

/// The ID of an event whose parser reports `""` both for a stream that has not set an ID and for one that has reset
/// it.
#[cfg(any(feature = "eventsource-stream", feature = "reqwest-eventsource-06", feature = "sseer-03"))]
fn set_id(id: &str) -> Option<&str> {
    Some(id).filter(|id| !id.is_empty())
}
