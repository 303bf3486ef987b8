use sse_event::SseEvent;

#[derive(serde::Deserialize, SseEvent)]
#[event("delta", raw, with = codecs)]
struct Delta(String);

fn main() {}
