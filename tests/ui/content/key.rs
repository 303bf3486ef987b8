use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(content = "object")]
enum WithoutTag {
    #[event("ADDED")]
    Added(String),
}

#[derive(SseEvent)]
#[sse(tag = "object", content = "object")]
enum SameKey {
    #[event("ADDED")]
    Added(String),
}

#[derive(SseEvent)]
#[sse(tag = "type", content = "")]
enum EmptyKey {
    #[event("ADDED")]
    Added(String),
}

#[derive(SseEvent)]
#[sse(tag = "type", content)]
enum NoKey {
    #[event("ADDED")]
    Added(String),
}

fn main() {}
