use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignore(""))]
enum Event {
    #[event("")]
    Delta(String),
    #[event("done", alias = "")]
    Done,
}

fn main() {}
