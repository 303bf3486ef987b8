use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event(other)]
struct Unknown {
    text: String,
}

fn main() {}
