use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("done")]
    Done(),
}

fn main() {}
