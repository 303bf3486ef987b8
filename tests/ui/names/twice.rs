use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
    #[event("done")]
    Done,
    #[event("delta")]
    TextDelta(String),
    #[event("delta")]
    ToolDelta(String),
}

fn main() {}
