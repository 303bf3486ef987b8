use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(ignore("keep\nalive"))]
enum Event {
    #[event("del\nta")]
    LineFeed(String),
    #[event("del\rta")]
    CarriageReturn(String),
    #[event("delta", alias = "del\0ta")]
    Nul(String),
}

fn main() {}
