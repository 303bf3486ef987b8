use sse_event::{RawEventBuf, SseEvent};

fn by_value(_: u32) -> Result<RawEventBuf, String> {
    Ok(RawEventBuf::new("delta", ""))
}

fn to_text(_: &u32) -> Result<String, String> {
    Ok(String::new())
}

#[derive(SseEvent)]
#[sse(encode_only)]
enum Event {
    #[event("delta", encode_with = by_value)]
    Delta(u32),
    #[event("usage", encode_with = to_text)]
    Usage(u32),
}

fn main() {}
