use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(renameAll = "snake_case")]
enum Event {
    RunCreated,
    RunDone,
}

fn main() {}
