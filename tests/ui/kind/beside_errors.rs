use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(kind, encode)]
enum Event {
    #[event(created)]
    Created(u32),
    #[event("delta", rwa)]
    Delta(u32, u32),
    Done,
    #[event(other)]
    Unknown(u32, u32),
}

fn label(event: &Event) -> &'static str {
    match EventKind::from(event) {
        EventKind::Created | EventKind::Delta => "part",
        EventKind::Done => "end",
        kind => kind.as_str(),
    }
}

fn main() {}
