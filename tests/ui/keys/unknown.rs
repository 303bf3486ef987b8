use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(compress)]
enum Event {
    #[event("delta", json)]
    Delta(String),
    #[event("done", serde::skip)]
    Done,
}

fn main() {}
