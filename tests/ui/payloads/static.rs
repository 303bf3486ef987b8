use std::borrow::Cow;

use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(&'static str),
    #[event("note", raw)]
    Note(&'static str),
    #[event("usage")]
    Usage { unit: &'static str, tokens: Cow<'static, str> },
}

fn main() {}
