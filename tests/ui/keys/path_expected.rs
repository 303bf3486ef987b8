use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(error_type = 5, crate)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
