use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
struct Enveloped {
    #[sse(nested)]
    data: String,
}

#[derive(SseEvent)]
struct Numbered {
    number: u64,
    #[sse(flatten)]
    event: Outcome,
}

type Outcome = Result<(), String>;

fn main() {
    let _ = Enveloped { data: String::new() }.event_type();
}
