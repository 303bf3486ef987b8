use sse_event::{RawEvent, SseEvent};

#[derive(SseEvent)]
#[sse(tag = "type", deserialize)]
enum Delta<'a> {
    #[event("text_delta")]
    Text { text: &'a str },
    #[event(other)]
    Unknown(RawEvent<'a>),
}

#[derive(SseEvent)]
#[sse(tag = "type", serialize)]
enum Part {
    #[event("text")]
    Text { text: String },
    #[event(other)]
    Unknown { event: String },
}

fn main() {}
