use futures_util::stream;
use sse_event::ByteStreamExt;

fn read(bytes: impl ByteStreamExt) {
    let _ = bytes.raw_events();
}

fn main() {
    read(stream::iter([vec![b'\n']]));
}
