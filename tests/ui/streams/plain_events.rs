use futures_util::stream;
use sse_event::{RawEventBuf, RawEventStreamExt};

fn main() {
    let _ = stream::iter([RawEventBuf::new("delta", "1")]).decode_events::<RawEventBuf>();
}
