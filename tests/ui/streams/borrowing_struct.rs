use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

#[derive(serde::Deserialize, SseEvent)]
#[event("delta")]
struct Delta<'a> {
    text: &'a str,
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let _ = bytes.sse_events::<Delta<'_>>();
}
