use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta", raw = true)]
    Delta(String),
    #[event("done", terminal(yes))]
    Done,
    #[event(other = "event")]
    Unknown,
}

fn main() {}
