use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other, terminal)]
    Unknown,
}

fn main() {}
