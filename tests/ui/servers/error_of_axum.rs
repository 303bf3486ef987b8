use axum::response::IntoResponse;
use futures_util::stream;
use sse_event::{EventBody, SseEvent};

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("ping")]
    Ping,
}

struct Gone;

fn answer() -> impl IntoResponse {
    EventBody::new(stream::iter([Ok(Event::Ping), Err(Gone)]))
}

fn main() {
    let _ = answer();
}
