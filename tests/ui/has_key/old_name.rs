use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(u32),
    #[event("message", has = "error")]
    Failed(String),
}

fn main() {}
