use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("", prefix)]
    Message(String),
}

fn main() {}
