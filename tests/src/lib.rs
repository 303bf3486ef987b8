//! What sse-event promises, proved from outside; see the folder `tests`. Here are the enums and the payloads that
//! several of them use.
#![allow(clippy::expect_used, reason = "a fixture that is no JSON fails every test that uses it")]

pub mod assistants;
pub mod fixtures;
pub mod malformed;
pub mod outcome;
pub mod responses;
pub mod server;

/// The ports of `docs/migrating.md`: each of its snippets is compiled, and run.
#[cfg(doctest)]
#[doc = include_str!("../../docs/migrating.md")]
mod migrating {}
