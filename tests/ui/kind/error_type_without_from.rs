use sse_event::SseEvent;

#[derive(Debug)]
enum MyError {
    Unknown,
}

#[derive(SseEvent)]
#[sse(kind(error_type = MyError))]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
