use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event()]
    Nothing,
    #[event(raw)]
    OnlyFlags(String),
    #[event(alias = "done")]
    OnlyAlias,
}

fn main() {}
