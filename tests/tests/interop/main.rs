//! Compatibility with other crates: their types and their parsers, on the same events.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

// The parsers are many crates: built only with the feature.
#[cfg(feature = "adapters")]
mod adapters;
mod assistants;
#[cfg(feature = "adapters")]
mod conformance;
mod quickstart;
mod responses;
mod round_trip;
