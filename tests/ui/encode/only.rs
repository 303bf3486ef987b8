use sse_event::SseEvent;

#[derive(SseEvent)]
#[sse(encode_only, ignore("ping"), error_type = OwnError, try_from = false, bound(decode = "u32: Copy"))]
enum Event {
    #[event("delta", decode_with = read)]
    Delta(u32),
}

fn main() {}
