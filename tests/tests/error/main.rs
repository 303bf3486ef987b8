//! What an error tells: the whole raw event, the place of the fault, and one line that is fit for a log.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod display;
mod hostile;
mod parts;
mod paths;
