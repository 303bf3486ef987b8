//! Compatibility: other crates' types and parsers on the same events, and the official clients of other languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

// The parsers are many crates: built only with the feature.
#[cfg(feature = "adapters")]
mod adapters;
mod assistants;
mod clients;
#[cfg(feature = "adapters")]
mod conformance;
mod one_word;
mod quickstart;
mod responses;
mod round_trip;
