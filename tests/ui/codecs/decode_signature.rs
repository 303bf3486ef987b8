use sse_event::{RawEvent, SseEvent};

mod codecs {
    use super::RawEvent;

    pub(super) fn of_text(_: &str) -> Result<u32, String> {
        Ok(7)
    }

    pub(super) fn without_a_result(_: RawEvent<'_>) -> u32 {
        7
    }
}

mod usage {
    pub(super) fn decode(_: super::RawEvent<'_>) -> Result<String, std::fmt::Error> {
        Ok(String::new())
    }
}

#[derive(SseEvent)]
enum Event {
    #[event("delta", decode_with = codecs::of_text)]
    Delta(u32),
    #[event("done", decode_with = codecs::without_a_result)]
    Done(u32),
    #[event("usage", with = usage)]
    Usage(Vec<u32>),
}

fn main() {}
