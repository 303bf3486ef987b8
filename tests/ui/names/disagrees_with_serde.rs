use sse_event::SseEvent;

#[derive(SseEvent)]
#[serde(tag = "type")]
#[sse(tag = "kind")]
enum Event {
    #[event("content_blok")]
    #[serde(rename = "content_block")]
    Block(u8),
}

fn main() {}
