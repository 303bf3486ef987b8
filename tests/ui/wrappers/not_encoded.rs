use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("ping")]
    Ping,
}

#[derive(SseEvent)]
#[sse(encode)]
struct Enveloped {
    #[sse(nested)]
    data: Event,
}

fn main() {}
