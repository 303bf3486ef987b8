use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", with = delta)]
    Delta,
    #[event("usage", decode_with = usage)]
    Usage { tokens: u32 },
}

fn main() {}
