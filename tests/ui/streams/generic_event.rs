use futures_util::stream;
use sse_event::ByteStreamExt;

fn read<T>() {
    let _ = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]).sse_events::<T>();
}

fn main() {}
