use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", alias = "message.delta", alias = "delta")]
    Delta(String),
    #[event("message.delta")]
    MessageDelta(String),
}

fn main() {}
