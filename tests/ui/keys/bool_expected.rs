use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(try_from = "no")]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
