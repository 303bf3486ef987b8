use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown { event: String, payload: String },
}

fn main() {}
