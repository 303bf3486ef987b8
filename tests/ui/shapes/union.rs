use sse_event::SseEvent;

#[derive(SseEvent)]
union Event {
    delta: u32,
    index: u32,
}

fn main() {}
