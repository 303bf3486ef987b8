//! The items do not depend on how the bytes are cut into chunks.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::sample::Index;
use sse_event::{ByteStreamExt as _, RawEventBuf};

use super::transport::{Transport, drain};
use super::{Endless, Event, Item};

/// Text whose parsing could depend on where a chunk ends: lines, line ends, and characters of several bytes.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: &[&[u8]] = &[
        b"event: delta\n",
        b"event: text\r",
        b"event:done",
        b"event: ping\r\n",
        b"event: error\n",
        b"data: 1\n",
        b"data: {\"code\":5}\n",
        b"data: [DONE]\r\n",
        b"data",
        b"data:",
        b"id: 7\n",
        b"id\r",
        b"retry: 9\n",
        b": comment\n",
        b"\n",
        b"\n\n",
        b"\r",
        b"\r\n",
        b"\r\n\r\n",
        b"\xef\xbb\xbf",
        b"\xff",
        b"\0",
        "é【🌤".as_bytes(),
        b" ",
        b":",
    ];
    prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..8),
        1 => Just(b"event: text\ndata: well-formed\n\n".to_vec()),
    ]
}

pub(super) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// The bytes in chunks that end at the cuts; two cuts at one position make an empty chunk.
pub(super) fn split(bytes: &[u8], cuts: &[Index]) -> Transport {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
    cuts.sort_unstable();
    let mut transport = Transport::default();
    let mut start = 0;
    for cut in cuts.into_iter().chain([bytes.len()]) {
        transport = transport.then(&bytes[start..cut]).pause();
        start = cut;
    }
    transport
}

type Everything = (Vec<Item<Event>>, Vec<Item<Endless>>, Vec<Item<RawEventBuf>>);

/// The items of every kind of stream.
fn everything(transport: impl Fn() -> Transport) -> Everything {
    (
        drain(transport().sse_events::<Event>()),
        drain(transport().sse_events::<Endless>().skip_unknown().max_event_size(16)),
        drain(transport().raw_events()),
    )
}

proptest! {
    #[test]
    fn items_do_not_depend_on_chunks(bytes in bytes(), cuts in vec(any::<Index>(), 0..20)) {
        let whole = everything(|| Transport::of(&bytes));
        assert_eq!(everything(|| split(&bytes, &cuts)), whole);
        assert_eq!(everything(|| Transport::chunked(&bytes, 1)), whole);
    }

    #[test]
    fn random_bytes_never_panic(bytes in vec(any::<u8>(), 0..500), cuts in vec(any::<Index>(), 0..10)) {
        everything(|| split(&bytes, &cuts));
    }
}

/// A well-formed stream, cut into two chunks at every position, and into chunks of every size.
#[test]
fn items_do_not_depend_on_split() {
    let text = "\u{feff}: hello\r\n\r\nid: 1\nevent: text\ndata: é\r\ndata: 🌤\rdata\n\nretry: 5\r\revent: delta\ndata:1\n\n\
                event: x\ndata: [1,\ndata: 2]\r\n\r\nevent: error\ndata: {\"code\":7}\n\nevent: done\ndata: {}\n\ndata: after\n\n";
    let whole = everything(|| Transport::of(text));
    assert_eq!(
        whole.0,
        [
            Item::Event(Event::Text("é\n🌤\n".into())),
            Item::Event(Event::Delta(1)),
            Item::Decode(sse_event::ErrorKind::UnknownEvent),
            Item::Event(Event::Error { code: 7 }),
            Item::Event(Event::Done),
        ]
    );
    for at in 0..=text.len() {
        let (before, after) = text.as_bytes().split_at(at);
        assert_eq!(everything(|| Transport::of(before).then(after)), whole, "cut at {at}");
    }
    for size in 1..text.len() {
        assert_eq!(everything(|| Transport::chunked(text.as_bytes(), size)), whole, "in chunks of {size}");
    }
}
