use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(crate = sse_evnet)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
