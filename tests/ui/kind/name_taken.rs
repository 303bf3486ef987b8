use sse_event::SseEvent;

struct EventKind;

#[derive(SseEvent)]
#[sse(kind)]
pub enum Event {
    #[event("delta")]
    Delta(u32),
    #[event("done")]
    Done,
}

fn main() {}
