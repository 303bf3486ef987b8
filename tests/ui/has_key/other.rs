use sse_event::{RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("message")]
    Chunk(String),
    #[event(other, has_key = "error", error)]
    Error(RawEventBuf),
}

fn main() {}
