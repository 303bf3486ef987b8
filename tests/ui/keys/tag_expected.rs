use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = type)]
enum First {
    #[event("delta")]
    Delta(String),
}

#[derive(SseEvent)]
#[sse(tag("type"))]
enum Second {
    #[event("delta")]
    Delta(String),
}

fn main() {}
