use std::sync::Arc;

use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(Arc<str>),
}

fn main() {}
