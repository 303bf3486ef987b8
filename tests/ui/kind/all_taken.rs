use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind)]
#[allow(clippy::upper_case_acronyms)]
enum Event {
    #[event("all")]
    ALL,
}

fn main() {}
