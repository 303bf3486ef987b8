use futures_util::stream;
use sse_event::{ByteStreamExt, SseEvent};

#[derive(serde::Deserialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(SseEvent)]
enum Event<'a> {
    #[event("text")]
    Text(Text<'a>),
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("event: text\ndata: {}\n\n")]);
    let _ = bytes.sse_events::<Event<'static>>();
}
