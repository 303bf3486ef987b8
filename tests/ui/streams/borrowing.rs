use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

#[derive(SseEvent)]
enum Event<'a> {
    #[event("delta")]
    Delta(&'a str),
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let _ = bytes.sse_events::<Event<'_>>();
}
