use sse_event::{RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown(String, RawEventBuf),
}

#[derive(SseEvent)]
enum Empty {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown(),
}

fn main() {}
