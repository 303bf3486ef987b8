use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(end = "")]
enum First {
    #[event("delta")]
    Delta(String),
}

#[derive(SseEvent)]
#[sse(end = "[DONE]\r\n")]
enum Second {
    #[event("delta")]
    Delta(String),
}

fn main() {}
