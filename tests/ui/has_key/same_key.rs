use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message", has_key = "error")]
    Error { error: String },
    #[event("failed", alias = "message", has_key = "error")]
    Failed { error: String },
}

fn main() {}
