use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other, prefix)]
    Unknown,
}

fn main() {}
