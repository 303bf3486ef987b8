use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta",, raw)]
    Delta(String),
}

fn main() {}
