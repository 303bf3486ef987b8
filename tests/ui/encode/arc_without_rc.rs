use std::sync::Arc;

use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode_only)]
enum Event {
    #[event("delta")]
    Delta(Arc<u32>),
}

fn main() {}
