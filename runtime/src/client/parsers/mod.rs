//! The parsers and clients of other crates, one file per crate: their items are raw events.
//!
//! A crate before its 1.0 has its version in the feature's name: its next version may need another adapter beside this one.

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

/// The ID of an event whose parser says `""` for a stream that has not set one, and for one that took its ID back.
#[cfg(any(feature = "eventsource-stream", feature = "reqwest-eventsource-06", feature = "sseer-03"))]
fn set_id(id: &str) -> Option<&str> {
    Some(id).filter(|id| !id.is_empty())
}
