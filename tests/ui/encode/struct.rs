use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("delta")]
#[sse(encode)]
struct Delta {
    text: String,
}

fn main() {}
