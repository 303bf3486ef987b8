use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "data.type")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
