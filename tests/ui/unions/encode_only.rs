use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type", encode_only, deserialize)]
enum Delta {
    #[event("text_delta")]
    Text { text: String },
}

fn main() {}
