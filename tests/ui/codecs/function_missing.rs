use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode)]
enum Event {
    #[event("delta", decode_with = read_delta, encode_with = codecs::write_delta)]
    Delta(u32),
}

mod codecs {}

fn main() {}
