//! Which enum decodes the streams of which API.

use crate::apis::{
    ag_ui::AgUiEvent, anthropic::AnthropicEvent, chat_compatible::CompatibleChatEvent, cohere::CohereEvent,
    gemini::GeminiEvent, gemini_interactions::InteractionEvent, mcp::McpEvent, mistral::MistralEvent,
    openai_assistants::AssistantStreamEvent, openai_audio::AudioEvent, openai_chat::ChatEvent,
    openai_completions::CompletionEvent, openai_finetune::FineTuningEvent, openai_images::ImageEvent,
    openai_responses::ResponseStreamEvent, perplexity::SonarEvent, wikimedia::WikimediaEvent,
};
use crate::tally::Tally;

/// Counts what a recording decodes to.
pub(crate) type Decoder = fn(&[u8]) -> Tally;

/// Of an API with several enums, the one that fits a recording best decodes it: servers of one API have several
/// endpoints, and a client of one API may be recorded with a server of another.
const APIS: &[(&str, &[Decoder])] = &[
    ("ag-ui", &[Tally::of::<AgUiEvent>]),
    ("anthropic", &[Tally::of::<AnthropicEvent>]),
    ("cerebras", &[Tally::of::<CompatibleChatEvent>]),
    ("chatgpt-backend", &[Tally::of::<ResponseStreamEvent>]),
    ("cohere", &[Tally::of::<CohereEvent>]),
    ("copilot", &[Tally::of::<ResponseStreamEvent>, Tally::of::<CompatibleChatEvent>]),
    ("deepseek", &[Tally::of::<CompatibleChatEvent>]),
    ("doubleword", &[Tally::of::<CompatibleChatEvent>]),
    ("gemini", &[Tally::of::<GeminiEvent>]),
    ("gemini-interactions", &[Tally::of::<InteractionEvent>]),
    ("groq", &[Tally::of::<CompatibleChatEvent>]),
    ("huggingface", &[Tally::of::<CompatibleChatEvent>]),
    ("llamacpp", &[Tally::of::<CompatibleChatEvent>]),
    ("mcp", &[Tally::of::<McpEvent>]),
    ("mistral", &[Tally::of::<MistralEvent>]),
    ("mistralrs", &[Tally::of::<CompatibleChatEvent>]),
    ("openai-assistants", &[Tally::of::<AssistantStreamEvent>]),
    ("openai-audio", &[Tally::of::<AudioEvent>]),
    ("openai-chat", &[Tally::of::<ChatEvent>, Tally::of::<CompatibleChatEvent>]),
    ("openai-completions", &[Tally::of::<CompletionEvent>]),
    ("openai-finetune", &[Tally::of::<FineTuningEvent>]),
    ("openai-images", &[Tally::of::<ImageEvent>]),
    ("openai-responses", &[Tally::of::<ResponseStreamEvent>, Tally::of::<ChatEvent>]),
    ("openrouter", &[Tally::of::<CompatibleChatEvent>]),
    ("perplexity", &[Tally::of::<SonarEvent>]),
    ("venice", &[Tally::of::<CompatibleChatEvent>]),
    ("vertexai", &[Tally::of::<GeminiEvent>]),
    ("wikimedia", &[Tally::of::<WikimediaEvent>]),
    ("xai-responses", &[Tally::of::<ResponseStreamEvent>]),
];

pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    APIS.iter().map(|(name, _)| *name)
}

/// The enums of an API, the likeliest first; none if it is not known.
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
