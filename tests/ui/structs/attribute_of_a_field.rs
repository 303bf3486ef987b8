use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("delta")]
struct Delta {
    #[event("text")]
    text: String,
}

fn main() {}
