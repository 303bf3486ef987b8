use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Deserialize)]
struct Usage {
    tokens: u32,
}

#[derive(SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("done")]
    Done { reason: String, usage: Option<Usage> },
}

fn main() {}
