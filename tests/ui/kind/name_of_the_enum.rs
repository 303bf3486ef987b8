use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind(name = Event))]
enum Event {
    #[event("delta")]
    Delta(u32),
}

fn main() {}
