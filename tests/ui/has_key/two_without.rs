use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event("message", has_key = "error")]
    Error { error: String },
    #[event("message")]
    Usage(u64),
}

fn main() {}
