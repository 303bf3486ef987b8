use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type")]
#[sse(tag = "event")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
