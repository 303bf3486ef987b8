//! Other crates, one file each: the parsers whose events are decoded, and the servers that send ours. A crate before its
//! 1.0 has its version in the feature's name: the next one may need another adapter beside it.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum-08")]
mod axum;
#[cfg(feature = "eventsource-client-018")]
mod eventsource_client;
#[cfg(feature = "eventsource-stream")]
mod eventsource_stream;
#[cfg(feature = "http-body")]
mod http_body;
#[cfg(feature = "reqwest-eventsource-06")]
mod reqwest_eventsource;
#[cfg(any(feature = "sse-stream-02", feature = "sse-stream-03"))]
mod sse_stream;
#[cfg(feature = "sseer-03")]
mod sseer;
