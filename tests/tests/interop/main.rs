//! Compatibility: types and parsers of other crates on the same events, and the official clients of other languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

// The parsers have many dependencies, so they are built only with the feature.
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
