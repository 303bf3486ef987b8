use sse_event::SseEvent;

struct Usage;

#[derive(SseEvent)]
enum Event {
    #[event("done")]
    Done { reason: String, usage: Option<Usage> },
    #[event("step")]
    Step {
        #[serde(default)]
        usages: Vec<Usage>,
        index: std::sync::Arc<u32>,
    },
}

fn main() {}
