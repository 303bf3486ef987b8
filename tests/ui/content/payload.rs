use sse_event::SseEvent;

struct Pod;

#[derive(SseEvent)]
#[sse(tag = "type", content = "object", encode, deserialize, serialize)]
enum Watch {
    #[event("ADDED")]
    Added(Pod),
}

fn main() {}
