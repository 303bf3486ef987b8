use sse_event::{RawEvent, RawEventBuf, SseEvent};

struct Refused;

mod codecs {
    use super::{RawEvent, RawEventBuf, Refused};

    pub(super) fn decode(_: RawEvent<'_>) -> Result<u32, Refused> {
        Err(Refused)
    }

    pub(super) fn encode(_: &u32) -> Result<RawEventBuf, Refused> {
        Err(Refused)
    }
}

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta", decode_with = codecs::decode)]
    Delta(u32),
    #[event("usage", encode_with = codecs::encode)]
    Usage(u32),
}

fn main() {}
