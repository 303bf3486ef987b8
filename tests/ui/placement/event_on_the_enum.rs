use sse_event::SseEvent;

#[derive(SseEvent)]
#[event(end = "[DONE]")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
