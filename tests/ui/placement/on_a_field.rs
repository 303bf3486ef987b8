use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("delta")]
    Delta(#[event(raw)] String),
    #[event("tool")]
    Tool {
        #[event("tool_name")]
        name: String,
        #[sse(default)]
        index: u32,
    },
}

fn main() {}
