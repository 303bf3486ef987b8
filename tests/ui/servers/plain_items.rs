use futures_util::stream;
use sse_event::{EventBody, SseEvent};

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("ping")]
    Ping,
}

fn main() {
    let _ = EventBody::new(stream::iter([Event::Ping]));
}
