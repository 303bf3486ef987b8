use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(error_type = OwnError, try_from = false)]
enum Event {
    #[event("delta")]
    Delta(String),
}

struct OwnError;

fn main() {}
