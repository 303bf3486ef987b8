use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown { event: u32, data: Vec<char>, id: String, retry: u64 },
}

fn main() {}
