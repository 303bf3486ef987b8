//! The same events with each payload under a separate key.
#![allow(dead_code, reason = "payloads are decoded, not read")]

use serde::Deserialize;
use sse_event::SseEvent;

use super::anthropic::{ContentBlockDelta, ContentBlockStart, Index, MessageDelta, MessageStart};

#[derive(Deserialize)]
pub struct Empty {}

/// One enum, decoded by our derive and by serde's.
#[derive(Deserialize, SseEvent)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum Event {
    MessageStart(MessageStart),
    ContentBlockStart(ContentBlockStart),
    Ping(Empty),
    ContentBlockDelta(ContentBlockDelta),
    ContentBlockStop(Index),
    MessageDelta(MessageDelta),
}
