use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("delta")]
#[sse(kind)]
struct Delta {
    text: String,
}

fn main() {}
