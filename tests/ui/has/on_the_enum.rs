use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(has = "error")]
enum Event {
    #[event("message")]
    Chunk(String),
}

fn main() {}
