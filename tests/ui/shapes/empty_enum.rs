use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {}

fn main() {}
