use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(end = "[DONE]" try_from = false)]
enum Event {
    #[event("delta" raw)]
    Delta(String),
}

fn main() {}
