use sse_event::SseEvent;

#[derive(serde::Deserialize)]
struct Rest {}

#[derive(serde::Deserialize, SseEvent)]
#[event("item")]
#[sse(tag = "type")]
struct Item {
    r#type: String,
    #[serde(flatten)]
    rest: Rest,
}

fn main() {}
