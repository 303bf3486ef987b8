use sse_event::{RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event(other)]
    Unknown(RawEventBuf),
    #[event(other)]
    Rest,
}

fn main() {}
