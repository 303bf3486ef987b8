use sse_event::SseEvent;

#[derive(SseEvent)]
#[event("delta")]
struct Delta {
    text: String,
}

fn main() {}
