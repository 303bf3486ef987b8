use sse_event::SseEvent;

struct Version;

#[derive(SseEvent)]
enum Event {
    #[event("version", parse)]
    Version(Box<Version>),
}

fn main() {}
