use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("chunk", line = false)]
    Chunk(String),
    #[event("done")]
    Done,
}

#[derive(SseEvent)]
#[sse(encode, line = false)]
enum AllOfThem {
    #[event("chunk")]
    Chunk(String),
    #[event("done")]
    Done,
}

fn main() {}
