use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("ping")]
    Ping,
}

struct Unreadable;

#[derive(SseEvent)]
struct Enveloped {
    id: Unreadable,
    #[sse(nested, error = "error")]
    data: Result<Event, Unreadable>,
}

fn main() {}
