use sse_event::{ByteStreamExt, RawEventBuf};

/// Like reqwest's.
struct Response;

fn read(response: Response) {
    let _ = response.sse_events::<RawEventBuf>();
}

fn main() {}
