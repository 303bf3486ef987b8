use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", decode_with = |raw| Ok(7))]
    Delta(u32),
    #[event("usage", decode_with = read())]
    Usage(u32),
    #[event("done", with("codecs"))]
    Done(u32),
}

fn main() {}
