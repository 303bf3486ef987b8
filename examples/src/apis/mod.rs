//! Event streams of real APIs. Each file, with the folder of the same name if there is one, is one API and can be
//! copied unchanged: its enum, its payloads and a test of every event. The fixture next to it was written from the
//! API's documentation.

pub mod a2a;
pub mod ag_ui;
pub mod ai_sdk;
pub mod anthropic;
pub mod beacon;
pub mod casper;
pub mod chat_compatible;
pub mod cohere;
pub mod datastar;
pub mod dust;
pub mod firebase;
pub mod gemini;
pub mod gemini_interactions;
pub mod homeassistant;
pub mod hue;
pub mod kubernetes_watch;
pub mod langgraph;
pub mod launchdarkly;
pub mod mastodon;
pub mod mcp;
pub mod mistral;
pub mod openai_agents;
pub mod openai_assistants;
pub mod openai_audio;
pub mod openai_chat;
pub mod openai_completions;
pub mod openai_finetune;
pub mod openai_images;
pub mod openai_realtime;
pub mod openai_responses;
pub mod opencode;
pub mod perplexity;
pub mod wikimedia;
