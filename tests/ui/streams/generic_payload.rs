use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

#[derive(SseEvent)]
enum Event<T> {
    #[event("delta")]
    Delta(T),
}

fn read<T>() {
    let _ = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]).sse_events::<Event<T>>();
}

fn main() {}
