use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(end)]
enum Event {
    #[event("delta", alias("message.delta"))]
    Delta(String),
    #[event("done", alias = finished)]
    Done,
}

fn main() {}
