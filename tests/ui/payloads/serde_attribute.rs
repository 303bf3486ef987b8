use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("usage")]
    Usage {
        #[serde(defualt)]
        tokens: u32,
    },
}

fn main() {}
