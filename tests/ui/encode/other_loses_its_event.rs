use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown { id: Option<String> },
}

fn main() {}
