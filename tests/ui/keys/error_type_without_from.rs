use sse_event::SseEvent;

enum MyError {
    Sse,
}

#[derive(SseEvent)]
#[sse(error_type = MyError)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
