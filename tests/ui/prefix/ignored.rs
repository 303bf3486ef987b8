use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignore("messages/metadata", "messages/", "ping"))]
enum Event {
    #[event("messages/", prefix)]
    Message(String),
}

fn main() {}
