use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse("[DONE]", try_from = false)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
