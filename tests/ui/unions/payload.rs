use serde::Deserialize;
use sse_event::SseEvent;

struct Unreadable;

#[derive(Deserialize)]
struct Unwritable;

#[derive(SseEvent)]
#[sse(tag = "type", deserialize)]
enum Delta {
    #[event("text_delta")]
    Text(Unreadable),
    #[event("json_delta")]
    Json { json: Unreadable },
}

#[derive(SseEvent)]
#[sse(tag = "type", serialize)]
enum Part {
    #[event("text")]
    Text(Unwritable),
}

fn main() {}
