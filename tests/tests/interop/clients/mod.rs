//! The official clients of OpenAI and Anthropic, and readers of any event stream, read what this crate writes.
//!
//! `tests/tests/interop/clients/install` installs them into `target/clients` or into the folder that
//! `SSE_EVENT_CLIENTS` names. Without them the tests are skipped, and say so; with `SSE_EVENT_REQUIRE_CLIENTS` they
//! fail.

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
/// The mock's.
const ANSWER: &str = "You wrote 7 words. Backwards they are:\n🏊 today? lake the is how Grüezi,";
const WORDS: usize = 14;

/// Before each event: long enough for comments.
const PAUSE: Duration = Duration::from_millis(12);
