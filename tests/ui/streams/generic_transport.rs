use sse_event::{ByteStreamExt as _, RawEventBuf};

fn read<S>(bytes: S) {
    let _ = bytes.sse_events::<RawEventBuf>();
}

fn main() {}
