use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type", content = "object")]
enum Watch {
    #[event("ADDED")]
    Added(String),
    #[event("ADDED", has_key = "status")]
    Failed { status: String },
}

fn main() {}
