use sse_event::SseEvent;

struct Text(String);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta", raw)]
    Delta(Text),
}

fn main() {}
