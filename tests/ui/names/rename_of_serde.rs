use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[serde(rename = "run.created")]
    RunCreated,
}

fn main() {}
