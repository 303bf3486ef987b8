use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other, raw)]
    Unknown(String),
}

fn main() {}
