//! The event streams of APIs that this crate was not designed for, one file an API: its enum, its payloads, and a
//! fixture beside it that we wrote from the API's documentation.

pub(crate) mod ag_ui;
pub(crate) mod ai_sdk;
pub(crate) mod anthropic;
pub(crate) mod beacon;
pub(crate) mod casper;
pub(crate) mod chat_compatible;
pub(crate) mod cohere;
pub(crate) mod datastar;
pub(crate) mod dust;
pub(crate) mod firebase;
pub(crate) mod gemini;
pub(crate) mod gemini_interactions;
pub(crate) mod homeassistant;
pub(crate) mod hue;
pub(crate) mod langgraph;
pub(crate) mod launchdarkly;
pub(crate) mod mastodon;
pub(crate) mod mcp;
pub(crate) mod mistral;
pub(crate) mod openai_assistants;
pub(crate) mod openai_audio;
pub(crate) mod openai_chat;
pub(crate) mod openai_completions;
pub(crate) mod openai_finetune;
pub(crate) mod openai_images;
pub(crate) mod openai_responses;
pub(crate) mod perplexity;
pub(crate) mod wikimedia;

/// What a fixture decodes to, read to its end as a client would.
#[cfg(test)]
fn decode<T: sse_event::DecodeEventOwned>(
    fixture: &str,
) -> Vec<Result<T, sse_event::StreamError<std::io::Error>>> {
    sse_event::EventReader::new(fixture.as_bytes()).collect()
}
