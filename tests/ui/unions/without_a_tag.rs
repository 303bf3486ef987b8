use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(deserialize, serialize)]
enum Delta {
    #[event("text_delta")]
    Text { text: String },
}

#[derive(SseEvent)]
#[event("text_delta")]
#[sse(tag = "type", deserialize)]
struct TextDelta {
    text: String,
}

fn main() {}
