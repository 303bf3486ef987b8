use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignore("keepalive", "ping"))]
enum Event {
    #[event("ping")]
    Ping,
    #[event("beat", alias = "keepalive")]
    Beat,
}

fn main() {}
