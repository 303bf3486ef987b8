use sse_event::SseEvent;

#[derive(SseEvent)]
#[serde(rename_all = "snake_case")]
enum Event {
    RunCreated,
    RunDone,
}

fn main() {}
