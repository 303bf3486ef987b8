use axum::body::Body;
use sse_event::ByteStreamExt;

fn read(body: Body) {
    let _ = body.raw_events();
}

fn main() {}
