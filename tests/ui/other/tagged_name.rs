use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(tag = "type")]
enum Event<'a> {
    #[event("delta")]
    Delta(String),
    #[event(other)]
    Unknown { event: &'a str },
}

fn main() {}
