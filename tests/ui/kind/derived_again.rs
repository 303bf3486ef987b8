use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind(derive(Hash, PartialOrd, serde::Serialize)))]
enum Event {
    #[event("delta")]
    Delta(u32),
}

fn main() {}
