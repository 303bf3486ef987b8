use futures_util::stream;
use sse_event::ByteStreamExt;

fn main() {
    let _ = stream::iter([Ok::<_, std::io::Error>('\n')]).raw_events();
}
