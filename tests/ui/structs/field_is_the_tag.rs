use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("item")]
#[sse(tag = "type")]
struct Item {
    r#type: String,
}

fn main() {}
