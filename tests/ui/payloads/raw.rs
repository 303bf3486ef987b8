use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("count", raw)]
    Count(Option<u32>),
}

fn main() {}
