use sse_event::SseEvent;

#[derive(SseEvent)]
struct Delta {
    text: String,
}

fn main() {}
