use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(bound(deserialize = "T: Clone"))]
enum Event<T> {
    #[event("delta")]
    Delta(T),
}

fn main() {}
