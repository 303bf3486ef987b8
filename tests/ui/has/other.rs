use sse_event::{RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event(other, has = "error", error)]
    Error(RawEventBuf),
}

fn main() {}
