use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("messages/", prefix, has = "error")]
    Error { error: String },
}

fn main() {}
