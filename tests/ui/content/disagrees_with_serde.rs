use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Deserialize, SseEvent)]
#[serde(tag = "type", content = "object")]
#[sse(tag = "type", content = "data")]
enum Watch {
    #[serde(rename = "ADDED")]
    Added(String),
}

fn main() {}
