use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event("message", has_key = "gone")]
    Gone,
}

fn main() {}
