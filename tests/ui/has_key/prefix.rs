use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("messages/", prefix, has_key = "error")]
    Error { error: String },
}

fn main() {}
