use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[sse("delta")]
    Delta(String),
    #[event("done")]
    #[sse(terminal)]
    Done,
}

fn main() {}
