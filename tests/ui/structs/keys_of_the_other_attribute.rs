use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("delta", tag = "type")]
#[sse(terminal)]
struct Delta {
    text: String,
}

fn main() {}
