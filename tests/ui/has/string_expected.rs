use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event("message", has)]
    Word { error: String },
    #[event("message", has = error)]
    Path { error: String },
    #[event("message", has("error"))]
    List { error: String },
}

fn main() {}
