use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event(raw, "delta")]
    Delta(String),
}

fn main() {}
