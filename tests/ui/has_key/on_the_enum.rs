use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(has_key = "error")]
enum Event {
    #[event("message")]
    Chunk(String),
}

fn main() {}
