use sse_event::SseEvent;

#[derive(SseEvent)]
#[event("enveloped")]
#[sse(tag = "type")]
struct Enveloped {
    #[sse(nested, flatten)]
    data: Event,
    #[sse(nested)]
    more: Event,
    #[sse(error = "error")]
    error: Failure,
}

#[derive(SseEvent)]
#[sse(tag = "data.type")]
struct Tuple(#[sse(nested)] Event);

enum Event {}
struct Failure;

fn main() {}
