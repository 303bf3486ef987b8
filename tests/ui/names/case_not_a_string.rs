use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(rename_all = snake_case)]
enum Event {
    RunCreated,
    RunDone,
}

fn main() {}
