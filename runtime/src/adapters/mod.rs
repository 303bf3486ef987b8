//! Events of other crates' parsers, one file a crate. A crate before its 1.0 has its version in the feature's name:
//! the next one may need another adapter beside it.

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
