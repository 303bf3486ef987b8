use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind = "Topic")]
enum First {
    #[event("delta")]
    Delta(u32),
}

#[derive(SseEvent)]
#[sse(kind(Topic))]
enum Second {
    #[event("delta")]
    Delta(u32),
}

#[derive(SseEvent)]
#[sse(kind(name = 5))]
enum Third {
    #[event("delta")]
    Delta(u32),
}

fn main() {}
