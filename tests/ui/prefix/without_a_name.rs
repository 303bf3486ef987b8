use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(rename_all = "snake_case")]
enum Event {
    Delta(String),
    #[event(prefix)]
    Message(String),
}

fn main() {}
