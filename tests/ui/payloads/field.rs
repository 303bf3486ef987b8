use sse_event::SseEvent;

struct Usage;

#[derive(SseEvent)]
enum Event {
    #[event("done")]
    Done { reason: String, usage: Option<Usage> },
}

fn main() {}
