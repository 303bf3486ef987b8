use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event(prefix = "messages/")]
    Message(String),
}

fn main() {}
