use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message", has_key = "")]
    Error { error: String },
}

fn main() {}
