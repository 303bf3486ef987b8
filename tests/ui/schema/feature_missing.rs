use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type", schema)]
enum Event {
    #[event("delta")]
    Delta { text: String },
}

fn main() {}
