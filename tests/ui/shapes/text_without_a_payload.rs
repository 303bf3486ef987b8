use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("done", raw)]
    Done,
    #[event("delta", parse)]
    Delta { text: String },
}

fn main() {}
