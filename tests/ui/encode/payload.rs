use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Deserialize)]
struct Delta {
    text: String,
}

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta")]
    Delta(Delta),
    #[event("deltas")]
    Deltas(Vec<Delta>),
}

fn main() {}
