//! Bytes in chunks to typed events.
#![no_main]

use std::alloc::System;
use std::convert::Infallible;
use std::fmt::Debug;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use cap::Cap;
use futures_util::{Stream, stream};
use libfuzzer_sys::fuzz_target;
use sse_event::{ByteStreamExt as _, RawEventBuf, StreamError};
use sse_event_fuzz::{Strict, Tagged};

#[global_allocator]
static ALLOC: Cap<System> = Cap::new(System, usize::MAX);

/// Memory that the parser and its stream may hold in addition to the limit.
const OVERHEAD: usize = 4096;

/// The last bytes of the input determine how the rest is cut: the sizes of the chunks, repeated.
const CUTS: usize = 6;

fuzz_target!(|input: &[u8]| {
    let Some((bytes, cuts)) = input.split_last_chunk::<CUTS>() else { return };
    let chunks = chunks(bytes, *cuts);
    let limit = usize::from(cuts[0]) + 1;
    let ones: Vec<_> = bytes.chunks(1).collect();
    let cut: [&[&[u8]]; 2] = [&chunks, &ones];
    same(bytes, cut, |chunks| items(transport(chunks).sse_events::<Tagged>()));
    same(bytes, cut, |chunks| items(transport(chunks).sse_events::<Strict>().skip_unknown()));
    same(bytes, cut, |chunks| items(transport(chunks).sse_events::<Tagged>().max_event_size(limit)));
    same(bytes, cut, |chunks| items(transport(chunks).sse_events::<Tagged>().lenient_end()));
    same(bytes, cut, |chunks| items(transport(chunks).raw_events().max_event_size(limit)));
    is_bounded(&chunks, limit);
});

/// The bytes in chunks of these sizes; a size of 0 is an empty chunk before one of a single byte.
fn chunks(mut bytes: &[u8], sizes: [u8; CUTS]) -> Vec<&[u8]> {
    let mut chunks = Vec::new();
    for size in sizes.into_iter().cycle().map(usize::from) {
        if bytes.is_empty() {
            break;
        }
        if size == 0 {
            chunks.push(&bytes[..0]);
        }
        let (chunk, rest) = bytes.split_at(size.clamp(1, bytes.len()));
        chunks.push(chunk);
        bytes = rest;
    }
    chunks
}

fn transport<'a>(chunks: &[&'a [u8]]) -> impl Stream<Item = Result<&'a [u8], Infallible>> {
    stream::iter(chunks.iter().copied().map(Ok))
}

/// Checks that the chunks yield the same as the bytes in one piece, and not more items than possible.
fn same<T: PartialEq + Debug>(bytes: &[u8], cut: [&[&[u8]]; 2], items: impl Fn(&[&[u8]]) -> Vec<T>) {
    let whole = items(&[bytes]);
    // The shortest event is `data` and a blank line; a truncation may follow.
    assert!(whole.len() <= bytes.len() / 6 + 1, "{} items", whole.len());
    for chunks in cut {
        assert_eq!(whole, items(chunks));
    }
}

/// An item: the event, or the comparable parts of an error.
#[derive(Debug, PartialEq)]
enum Item<T> {
    Event(T),
    Decode(String, RawEventBuf),
    Other(String),
}

impl<T> From<Result<T, StreamError<Infallible>>> for Item<T> {
    fn from(item: Result<T, StreamError<Infallible>>) -> Self {
        match item {
            Ok(event) => Self::Event(event),
            Err(StreamError::Decode(error)) => Self::Decode(error.to_string(), error.into_raw_event()),
            Err(error) => Self::Other(error.to_string()),
        }
    }
}

/// The next item. The transport never waits, so a pending stream is polled again.
fn poll<S: Stream>(mut stream: Pin<&mut S>) -> Option<S::Item> {
    let mut context = Context::from_waker(Waker::noop());
    (0..10_000)
        .find_map(|_| match stream.as_mut().poll_next(&mut context) {
            Poll::Ready(item) => Some(item),
            Poll::Pending => None,
        })
        .expect("the transport never waits")
}

/// Every item; after the end there must not be another.
fn items<T>(stream: impl Stream<Item = Result<T, StreamError<Infallible>>>) -> Vec<Item<T>> {
    let mut stream = pin!(stream);
    let mut next = || poll(stream.as_mut());
    let items = std::iter::from_fn(&mut next).map(Item::from).collect();
    assert!(next().is_none() && next().is_none(), "an item after the end");
    items
}

/// Checks that neither an event nor the memory held for it exceeds the limit, however long the stream is.
fn is_bounded(chunks: &[&[u8]], limit: usize) {
    let before = ALLOC.allocated();
    let mut events = pin!(transport(chunks).raw_events().max_event_size(limit));
    while let Some(item) = poll(events.as_mut()) {
        if let Ok(event) = item {
            let id = event.id.as_deref().unwrap_or_default();
            // In an ID, a byte that is not UTF-8 becomes a character of three bytes.
            let replaced = 2 * id.matches('\u{fffd}').count();
            let bytes = event.event.len().max(event.data.len()).max(id.len() - replaced);
            assert!(bytes <= limit, "{bytes} bytes are more than {limit}");
        }
        let held = ALLOC.allocated() - before;
        assert!(held <= 16 * limit + OVERHEAD, "{held} bytes are held");
    }
}
