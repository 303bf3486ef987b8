use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(rename_all = "snake_case")]
enum Event {
    #[event("messages/", prefix, alias = "updates")]
    Message(String),
    #[event("messages/", prefix)]
    Partial(String),
    Updates,
}

fn main() {}
