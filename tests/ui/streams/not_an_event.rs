use futures_util::stream;
use sse_event::ByteStreamExt;

enum Event {
    Delta(String),
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let _ = bytes.sse_events::<Event>();
}
