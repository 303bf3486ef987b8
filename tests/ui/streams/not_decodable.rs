use sse_event::{DecodeEvent, SseEvent};

struct Delta;

fn assert_named<T: SseEvent>() {}

fn assert_decodes<T: for<'de> DecodeEvent<'de>>() {}

fn main() {
    assert_named::<Delta>();
    assert_decodes::<Delta>();
}
