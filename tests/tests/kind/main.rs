//! `kind`: the companion enum of the event names.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod error_type;
mod names;
mod serde;
mod serde_names;
