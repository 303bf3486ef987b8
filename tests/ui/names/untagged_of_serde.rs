use sse_event::SseEvent;

#[derive(SseEvent)]
#[serde(untagged)]
enum Event {
    Delta(String),
    Usage(u64),
}

fn main() {}
