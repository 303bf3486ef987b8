use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(end = "[DONE]", ignore("ping"), end = "[END]")]
#[sse(ignore("keepalive"))]
enum Event {
    #[event("delta", raw, terminal, raw)]
    Delta(String),
}

fn main() {}
