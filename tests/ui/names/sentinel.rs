use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event("[DONE]", terminal)]
    Done,
}

fn main() {}
