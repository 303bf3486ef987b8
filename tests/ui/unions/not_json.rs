use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type", deserialize, serialize)]
enum Part {
    #[event("text", raw)]
    Text(String),
    #[event("number", parse)]
    Number(u64),
    #[event("image", decode_with = image)]
    Image(Vec<u8>),
    #[event("error", has_key = "error")]
    Error { error: String },
    #[event("data-", prefix)]
    Data { data: String },
}

fn main() {}
