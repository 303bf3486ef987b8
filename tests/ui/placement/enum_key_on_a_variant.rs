use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", end = "[DONE]")]
    Delta(String),
    #[event("done", ignore("ping"))]
    Done,
}

fn main() {}
