use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event(b"delta")]
    Delta(String),
    #[event(5)]
    Five(String),
    #[event('d', raw)]
    Letter(String),
}

fn main() {}
