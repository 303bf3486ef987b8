use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event(name = "delta")]
    Delta(String),
    #[event(rename = "done", raw)]
    Done(String),
}

fn main() {}
