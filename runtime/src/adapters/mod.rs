//! Events of other crates' parsers, one file a crate.

#[cfg(feature = "eventsource-stream")]
mod eventsource_stream;
