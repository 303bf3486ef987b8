use sse_event::SseEvent;

struct Usage;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("done")]
    Done { usage: Usage },
}

fn main() {}
