use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignored("ping"), errortype = std::io::Error, tga = "type")]
enum Event {
    #[event("done", terminate)]
    Done,
    #[event("delta", aliases = "message.delta")]
    Delta(String),
    #[event(others)]
    Unknown,
}

fn main() {}
