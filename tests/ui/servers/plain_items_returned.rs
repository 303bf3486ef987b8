use futures_util::{Stream, stream};
use sse_event::{EventBody, SseEvent};

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("ping")]
    Ping,
}

fn answer() -> EventBody<impl Stream<Item = Event>> {
    EventBody::new(stream::iter([Event::Ping]))
}

fn main() {
    let _ = answer();
}
