use sse_event::{EncodeEvent, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn write(event: &Event) {
    let _ = event.encode();
}

fn main() {
    let _ = Event::Delta(String::new()).encode();
}
