use std::convert::Infallible;

use futures_util::stream;
use sse_event::{EventBody, SseEvent};

#[derive(SseEvent)]
enum Event {
    #[event("ping")]
    Ping,
}

fn main() {
    let _ = EventBody::new(stream::iter([Ok::<_, Infallible>(Event::Ping)]));
}
