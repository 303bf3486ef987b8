use futures_util::stream;
use sse_event::{RawEventBuf, stream::RawEventStreamExt};

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>(vec![b'\n'])]);
    let _ = bytes.decode_events::<RawEventBuf>();
}
