use sse_event::SseEvent;

#[derive(serde::Deserialize, serde::Serialize)]
struct Rest {}

#[derive(SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("item")]
    Item {
        r#type: String,
        #[serde(flatten)]
        rest: Rest,
    },
    #[event("part")]
    Part {
        #[serde(rename = "type")]
        kind: String,
        #[serde(flatten)]
        rest: Rest,
    },
    #[event("seen")]
    Seen { r#type: String },
}

fn main() {}
