use sse_event::{EncodeEvent, EventMeta, RawEventBuf, SseEvent};

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn write(event: &impl EncodeEvent) -> Result<RawEventBuf, sse_event::Error> {
    event.encode()
}

fn main() {
    let meta = EventMeta::default().with_id("7");
    let _ = write(&(meta, Event::Delta(String::new())));
}
