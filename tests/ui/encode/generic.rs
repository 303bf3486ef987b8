use sse_event::{EncodeEvent as _, RawEventBuf, SseEvent};

#[derive(SseEvent)]
#[sse(encode_only)]
enum Event<T> {
    #[event("delta")]
    Delta(T),
}

struct Delta;

fn encode(event: &Event<Delta>) -> Result<RawEventBuf, sse_event::Error> {
    event.encode()
}

fn main() {}
