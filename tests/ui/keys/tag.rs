use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "event \"type\"")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
