use sse_event::{RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event("unknown", other, alias = "new")]
    Unknown(RawEventBuf),
}

fn main() {}
