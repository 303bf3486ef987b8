use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event(has_key = "error", error)]
    Error { error: String },
}

fn main() {}
