//! How a frame finds its variant and becomes its payload, one test a rule.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod fields;
mod forms;
mod generics;
mod has;
mod keyless;
mod other;
mod payload;
mod route;
mod text;
mod try_from;

use sse_event_tests::outcome::{error, event};
