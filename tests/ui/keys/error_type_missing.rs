use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(error_type = MyErorr)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {}
