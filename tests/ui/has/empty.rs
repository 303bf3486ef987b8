use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message", has = "")]
    Error { error: String },
}

fn main() {}
