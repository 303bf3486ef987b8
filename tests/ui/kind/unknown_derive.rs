use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind(name = Topic, derive(Missing)))]
enum Event {
    #[event("delta")]
    Delta(u32),
}

fn main() {}
