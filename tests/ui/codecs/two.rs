use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta", with = delta, decode_with = read)]
    Delta(u32),
    #[event("usage", raw, with = usage)]
    Usage(String),
    #[event("done", parse, encode_with = write)]
    Done(u32),
}

fn main() {}
