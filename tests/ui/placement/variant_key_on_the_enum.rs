use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(raw, other, alias = "event")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
