use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event("message", has_key = "error")]
    Error { error: String },
}

fn main() {
    assert_eq!(EventKind::Chunk.as_str(), "message");
}
