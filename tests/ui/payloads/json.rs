use sse_event::SseEvent;

struct Delta {
    text: String,
}

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(Delta),
    #[event("deltas")]
    Deltas(Vec<Option<Delta>>),
}

fn main() {}
