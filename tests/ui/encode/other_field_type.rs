use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown { event: u32, data: Vec<u8>, id: String, retry: u64 },
}

fn main() {}
