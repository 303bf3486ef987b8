use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("messages/", prefix)]
    Message(String),
    #[event("steps/", prefix)]
    Step,
}

#[derive(serde::Deserialize, serde::Serialize, SseEvent)]
#[event("runs/", prefix)]
#[sse(encode)]
struct Run {
    id: String,
}

fn main() {}
