use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("status", terminal = is_last)]
    Status,
    #[event("chunk", complete = |chunk| chunk.is_last)]
    Chunk(u8),
    #[event("stop", terminal, complete)]
    Stop,
    #[event(other, complete)]
    Other,
}

fn main() {}
