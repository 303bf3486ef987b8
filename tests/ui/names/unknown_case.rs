use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(rename_all = "snakecase")]
enum Event {
    RunCreated,
    RunDone,
}

fn main() {}
