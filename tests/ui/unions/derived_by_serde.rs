use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

#[derive(Deserialize, Serialize, SseEvent)]
#[serde(tag = "type")]
#[sse(deserialize, serialize)]
enum Delta {
    #[serde(rename = "text_delta")]
    Text { text: String },
}

fn main() {}
