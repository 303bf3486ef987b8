//! The enums for the streams of each API.

use sse_event_examples::apis;

use crate::tally::Tally;

/// Counts what a recording decodes to.
pub(crate) type Decoder = fn(&[u8]) -> Tally;

// The enum for compatible APIs.
const COMPATIBLE: Decoder = Tally::of::<apis::chat_compatible::CompatibleChatEvent>;
const OPENAI_CHAT: Decoder = Tally::of::<apis::openai_chat::ChatEvent>;
const RESPONSES: Decoder = Tally::of::<apis::openai_responses::ResponseStreamEvent>;

/// If an API has several enums, the one that fits a recording best decodes it: servers of one API have several
/// endpoints, and a client of one API may be recorded with a server of another.
const APIS: &[(&str, &[Decoder])] = &[
    (
        "a2a",
        &[
            Tally::of::<apis::a2a::Response<apis::a2a::TaskEvent>>,
            Tally::of::<apis::a2a::Response<apis::a2a::StreamResponse>>,
        ],
    ),
    ("ag-ui", &[Tally::of::<apis::ag_ui::AgUiEvent>]),
    ("ai-sdk", &[Tally::of::<apis::ai_sdk::UiMessageEvent>]),
    ("anthropic", &[Tally::of::<apis::anthropic::AnthropicEvent>]),
    ("beacon", &[Tally::of::<apis::beacon::EventKind<apis::beacon::Mainnet>>]),
    ("casper", &[Tally::of::<apis::casper::CasperEvent>]),
    ("cerebras", &[COMPATIBLE]),
    ("chatgpt-backend", &[RESPONSES]),
    ("cohere", &[Tally::of::<apis::cohere::CohereEvent>]),
    ("copilot", &[RESPONSES, COMPATIBLE]),
    ("datastar", &[Tally::of::<apis::datastar::DatastarEvent>]),
    ("deepseek", &[COMPATIBLE]),
    ("doubleword", &[COMPATIBLE]),
    ("dust", &[Tally::of::<apis::dust::Enveloped<apis::dust::DustEvent>>]),
    ("firebase", &[Tally::of::<apis::firebase::FirebaseEvent>]),
    ("gemini", &[Tally::of::<apis::gemini::GeminiEvent>]),
    ("gemini-interactions", &[Tally::of::<apis::gemini_interactions::InteractionEvent>]),
    ("groq", &[COMPATIBLE]),
    ("homeassistant", &[Tally::of::<apis::homeassistant::HomeAssistantEvent>]),
    ("hue", &[Tally::of::<apis::hue::HueEvent>]),
    ("huggingface", &[COMPATIBLE]),
    ("langgraph", &[Tally::of::<apis::langgraph::LangGraphEvent>]),
    ("launchdarkly", &[Tally::of::<apis::launchdarkly::LaunchDarklyEvent>]),
    ("llamacpp", &[COMPATIBLE]),
    ("mastodon", &[Tally::of::<apis::mastodon::MastodonEvent>]),
    ("mcp", &[Tally::of::<apis::mcp::McpEvent>]),
    ("mistral", &[Tally::of::<apis::mistral::MistralEvent>]),
    ("mistralrs", &[COMPATIBLE]),
    ("openai-agents", &[Tally::of::<apis::openai_agents::AgentSessionEvent>]),
    ("openai-assistants", &[Tally::of::<apis::openai_assistants::AssistantStreamEvent>]),
    ("openai-audio", &[Tally::of::<apis::openai_audio::AudioEvent>]),
    ("openai-chat", &[OPENAI_CHAT, COMPATIBLE]),
    ("openai-completions", &[Tally::of::<apis::openai_completions::CompletionEvent>]),
    ("openai-finetune", &[Tally::of::<apis::openai_finetune::FineTuningEvent>]),
    ("openai-images", &[Tally::of::<apis::openai_images::ImageEvent>]),
    ("openai-responses", &[RESPONSES, OPENAI_CHAT]),
    ("opencode", &[Tally::of::<apis::opencode::OpenCodeEvent>, Tally::of::<apis::opencode::GlobalEvent>]),
    ("openrouter", &[COMPATIBLE]),
    ("perplexity", &[Tally::of::<apis::perplexity::SonarEvent>]),
    ("venice", &[COMPATIBLE]),
    ("vertexai", &[Tally::of::<apis::gemini::GeminiEvent>]),
    ("wikimedia", &[Tally::of::<apis::wikimedia::WikimediaEvent>]),
    ("xai-responses", &[RESPONSES]),
];

pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    APIS.iter().map(|(name, _)| *name)
}

/// The enums of an API, the likeliest first; empty for an unknown API.
pub(crate) fn decoders(api: &str) -> &'static [Decoder] {
    APIS.iter().find(|(name, _)| *name == api).map_or(&[], |(_, decoders)| decoders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_sorted_and_found() {
        assert!(names().is_sorted());
        assert!(names().all(|name| !decoders(name).is_empty()));
        assert!(decoders("carrier-pigeon").is_empty());
    }
}
