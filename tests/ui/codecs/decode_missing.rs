use sse_event::SseEvent;

mod delta {}

#[derive(SseEvent)]
enum Event {
    #[event("delta", with = delta)]
    Delta(u32),
}

fn main() {}
