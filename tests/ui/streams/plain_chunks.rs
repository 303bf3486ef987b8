use futures_util::stream;
use sse_event::ByteStreamExt;

fn main() {
    let _ = stream::iter([vec![b'\n']]).raw_events();
}
