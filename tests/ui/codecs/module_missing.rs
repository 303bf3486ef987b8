use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", with = delta)]
    Delta(u32),
    #[event("usage", with = codecs::usage)]
    Usage(u32),
}

mod codecs {}

fn main() {}
