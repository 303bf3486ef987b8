use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(line = false)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event("message", line = false)]
    Message(String),
}

fn main() {}
