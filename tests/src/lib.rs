//! The enums, payloads, codecs and checks that several tests and benchmarks share.
#![allow(clippy::expect_used, reason = "invalid fixtures fail every test that uses them")]

pub mod assistants;
pub mod assistants_by_serde;
pub mod beacon;
pub mod fixtures;
pub mod malformed;
pub mod millis;
pub mod outcome;
pub mod responses;
#[cfg(feature = "servers")]
pub mod restart;
pub mod server;
pub mod wrapped;

/// The code of `docs/migrating.md`: each snippet is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../docs/migrating.md")]
mod migrating {}

/// The snippets of `docs/generators.md`, which are compiled and run too.
#[cfg(all(doctest, feature = "schemas"))]
#[doc = include_str!("../../docs/generators.md")]
mod generators {}
