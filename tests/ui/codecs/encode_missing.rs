use sse_event::SseEvent;

mod delta {
    pub(super) fn decode(_: sse_event::RawEvent<'_>) -> Result<u32, String> {
        Ok(7)
    }
}

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta", with = delta)]
    Delta(u32),
}

fn main() {}
