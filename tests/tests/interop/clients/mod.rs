//! The official clients of OpenAI and Anthropic, and generic readers of event streams, read what this crate writes.
//!
//! `tests/tests/interop/clients/install` installs them into `target/clients` or into the folder in
//! `SSE_EVENT_CLIENTS`. Without them the tests are skipped with a note; with `SSE_EVENT_REQUIRE_CLIENTS` they fail.

mod anthropic;
mod client;
mod messages;
mod openai;
mod ours;
mod quirks;
mod readers;
mod server;

use std::time::Duration;

const PROMPT: &str = "Grüezi, how is the lake today? 🏊";
/// The model of the mock.
const ANSWER: &str = "You wrote 7 words. Backwards they are:\n🏊 today? lake the is how Grüezi,";
const WORDS: usize = 14;

/// The pause before each event: long enough for comments.
const PAUSE: Duration = Duration::from_millis(12);
