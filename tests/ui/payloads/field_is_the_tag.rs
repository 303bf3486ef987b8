use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("item")]
    Item { r#type: String, id: u32 },
    #[event("part")]
    Part {
        #[serde(rename = "type")]
        kind: String,
    },
}

fn main() {}
