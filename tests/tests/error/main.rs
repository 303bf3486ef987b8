//! Errors: the raw event, the path and the message.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod chains;
mod display;
mod hostile;
mod nested;
mod parts;
mod paths;
mod positions;
mod redacted;
