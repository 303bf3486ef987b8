use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(end =)]
enum Event {
    #[event("delta", alias =)]
    Delta(String),
}

fn main() {}
