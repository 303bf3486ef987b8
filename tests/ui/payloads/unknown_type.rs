use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(Dleta),
}

fn main() {}
