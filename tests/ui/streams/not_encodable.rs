use sse_event::{EncodeEvent, RawEventBuf, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn write(event: &impl EncodeEvent) -> Result<RawEventBuf, sse_event::Error> {
    event.encode()
}

fn main() {
    let _ = write(&Event::Delta(String::new()));
}
