use sse_event::SseEvent;

struct Plain<'a>(&'a str);

#[derive(SseEvent)]
enum Event<'a> {
    #[event("plain")]
    Plain(Plain<'a>),
}

fn main() {}
