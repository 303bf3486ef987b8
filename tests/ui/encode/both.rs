use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode, encode_only)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
