use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(rename_all = "snake_case", ignore("run_failed"))]
enum Event {
    RunCreated,
    RunFailed,
    #[event("run_created")]
    Created,
}

fn main() {}
