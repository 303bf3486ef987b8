use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("status", terminal = Self::is_lost)]
    Status(u8),
    #[event("chunk", complete = is_finished)]
    Chunk { text: String },
}

fn main() {}
