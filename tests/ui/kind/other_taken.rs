use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind)]
enum Event {
    #[event("other")]
    Other(u32),
    #[event(other)]
    Unknown,
}

fn kind(event: &Event) -> (EventKind, &'static [EventKind]) {
    (event.into(), EventKind::ALL)
}

fn main() {}
