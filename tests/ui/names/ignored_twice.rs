use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignore("ping", "keepalive", "ping"))]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
