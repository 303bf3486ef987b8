//! The official clients of OpenAI and Anthropic read what this crate writes.
//!
//! They are installed by `tests/tests/clients/install`, into `target/clients` or the folder that `SSE_EVENT_CLIENTS`
//! names. Without them their tests say that they were skipped; with `SSE_EVENT_REQUIRE_CLIENTS` set they fail.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod anthropic;
mod client;
mod messages;
mod openai;
mod ours;
mod quirks;
mod server;

use std::time::Duration;

const PROMPT: &str = "Grüezi, how is the lake today? 🏊";
/// The mock's.
const ANSWER: &str = "You wrote 7 words. Backwards they are:\n🏊 today? lake the is how Grüezi,";
const WORDS: usize = 14;

/// Before each event: long enough for comments.
const PAUSE: Duration = Duration::from_millis(12);
