use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", encode_with = write)]
    Delta(u32),
}

fn main() {}
