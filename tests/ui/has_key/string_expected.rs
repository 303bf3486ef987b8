use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event("message", has_key)]
    Word { error: String },
    #[event("message", has_key = error)]
    Path { error: String },
    #[event("message", has_key("error"))]
    List { error: String },
}

fn main() {}
