use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message", has = "error")]
    Error { error: String },
    #[event("failed", alias = "message", has = "error")]
    Failed { error: String },
}

fn main() {}
