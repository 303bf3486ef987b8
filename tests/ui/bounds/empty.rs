use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(bound())]
enum Event<T> {
    #[event("delta")]
    Delta(T),
}

fn main() {}
