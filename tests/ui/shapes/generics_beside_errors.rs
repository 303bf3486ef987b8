use sse_event::{ByteStreamExt, DecodeEventOwned, SseEvent};

#[derive(Clone, SseEvent)]
enum Event<T = String, const N: usize = 4>
where
    T: Clone,
{
    #[event("delta", row)]
    Delta(T),
    #[event("bytes")]
    Bytes([u8; N]),
}

fn names<T: Clone>() -> &'static [&'static str] {
    Event::<T, 2>::EVENT_TYPES
}

fn read<B: ByteStreamExt>(bytes: B)
where
    B::Ok: AsRef<[u8]>,
{
    let _ = bytes.sse_events::<Event>();
}

fn assert_owned<T: DecodeEventOwned>() {}

fn main() {
    names::<u8>();
    assert_owned::<Event<u8>>();
}
