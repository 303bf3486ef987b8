use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse]
enum Event {
    #[event]
    Bare(String),
    #[event = "equals"]
    Equals(String),
    #[event["brackets"]]
    Brackets(String),
    #[event{"braces"}]
    Braces(String),
}

fn main() {}
