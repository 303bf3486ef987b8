use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event(message_start)]
    Start(String),
    #[event(thread.run.created, terminal)]
    RunCreated(String),
    #[event(content-block)]
    Block(String),
}

fn main() {}
