//! Anthropic's Messages API, as far as a text response needs it.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::routing::post;
use futures_util::{StreamExt as _, stream};
use serde_json::{Value, json};
use sse_event::server::Block;
use sse_event::wire::Comment;
use sse_event::{EncodeEvent as _, EventBody, EventMeta, RawEventBuf, SseEvent};

#[derive(SseEvent)]
#[sse(encode, tag = "type")]
enum MessageEvent {
    #[event("message_start")]
    MessageStart { message: Value },
    #[event("content_block_start")]
    BlockStart { index: usize, content_block: Value },
    #[event("ping")]
    Ping,
    #[event("content_block_delta")]
    BlockDelta { index: usize, delta: Value },
    #[event("content_block_stop")]
    BlockStop { index: usize },
    #[event("message_delta")]
    MessageDelta { delta: Value, usage: Value },
    #[event("message_stop", terminal)]
    MessageStop,
}

/// Answers every request with the text: under `/lines` with `event:` lines, under `/bare` without, and under
/// `/blocks` with comments, IDs and reconnection times between the events.
pub(crate) fn router(text: &'static str) -> Router {
    let lines = post(async move || EventBody::new(stream::iter(events(text)).map(Ok::<_, Infallible>)));
    let bare = post(async move || {
        let raw = events(text).into_iter().map(|event| {
            let raw = event.encode().expect("an event");
            Ok::<_, Infallible>(RawEventBuf::new("", raw.data))
        });
        EventBody::new(stream::iter(raw))
    });
    let blocks = post(async move || {
        let blocks = events(text).into_iter().zip(0..).flat_map(|(event, n)| {
            let meta = EventMeta::default();
            let between = match n % 3 {
                0 => meta.with_id(n.to_string()).into(),
                1 => meta.with_retry(Duration::from_millis(50)).into(),
                _ => Comment::new("still\nthere").into(),
            };
            [Block::Event(event), between]
        });
        EventBody::new(stream::iter(blocks.map(Ok::<_, Infallible>).collect::<Vec<_>>()))
    });
    Router::new()
        .route("/lines/v1/messages", lines)
        .route("/bare/v1/messages", bare)
        .route("/blocks/v1/messages", blocks)
}

fn events(text: &str) -> Vec<MessageEvent> {
    use MessageEvent as E;

    let message = json!({
        "id": "msg_1", "type": "message", "role": "assistant", "model": "any", "content": [],
        "stop_reason": null, "stop_sequence": null, "usage": {"input_tokens": 7, "output_tokens": 1},
    });
    let mut events = vec![
        E::MessageStart { message },
        E::BlockStart { index: 0, content_block: json!({"type": "text", "text": ""}) },
        E::Ping,
    ];
    events.extend(
        text.split_inclusive(char::is_whitespace)
            .map(|word| E::BlockDelta { index: 0, delta: json!({"type": "text_delta", "text": word}) }),
    );
    events.extend([
        E::BlockStop { index: 0 },
        E::MessageDelta {
            delta: json!({"stop_reason": "end_turn", "stop_sequence": null}),
            usage: json!({"output_tokens": 14}),
        },
        E::MessageStop,
    ]);
    events
}
