use futures_util::stream;
use sse_event::{RawEventBuf, stream::RawEventStreamExt};

fn main() {
    let _ = stream::iter([RawEventBuf::new("delta", "1")]).decode_events::<RawEventBuf>();
}
