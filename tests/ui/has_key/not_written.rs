use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("message")]
    Chunk { text: String },
    #[event("message", has_key = "error", error)]
    Failed {
        #[serde(rename = "failure")]
        error: String,
    },
}

fn main() {}
