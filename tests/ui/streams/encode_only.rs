use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

#[derive(SseEvent)]
#[sse(encode_only)]
enum Event {
    #[event("delta")]
    Delta(String),
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let _ = bytes.sse_events::<Event>();
}
