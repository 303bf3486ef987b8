use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", "message.delta")]
    Delta(String),
    #[event("done")]
    #[event("finished")]
    Done,
}

fn main() {}
