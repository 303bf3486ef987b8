use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

struct Plain;

#[derive(SseEvent)]
enum Event<T> {
    #[event("delta")]
    Delta(T),
    #[event("done")]
    Done { last: Vec<T> },
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let _ = bytes.sse_events::<Event<Plain>>();
}
