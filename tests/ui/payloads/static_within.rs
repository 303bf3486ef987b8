use std::borrow::Cow;

use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("note", raw)]
    Note(Cow<'static, str>),
}

fn main() {}
