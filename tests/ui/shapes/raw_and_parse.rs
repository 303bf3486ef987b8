use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("count", raw, parse)]
    Count(u32),
}

fn main() {}
