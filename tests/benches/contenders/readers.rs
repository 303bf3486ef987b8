//! Readers: each one reads the chunks of a Responses stream as typed events, and drops them.

use std::convert::Infallible;
use std::fmt::Debug;
use std::hint::black_box;
use std::io::{self, BufRead as _, BufReader};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use async_openai::types::responses as openai;
use bytes::Bytes;
use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _, stream};
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{BufReadExt as _, ByteStreamExt as _};
use sse_stream_03::SseByteStream;

use super::hand_written;
use super::limit;
use super::responses::ResponseStreamEvent;

/// Reads chunks, and returns the number of events.
pub type Read = fn(&[&'static [u8]]) -> usize;

/// Readers of bytes in chunks.
pub const STREAMS: [(&str, Read); 10] = [
    ("sse_events", |chunks| drain(transport(chunks).sse_events::<ResponseStreamEvent>())),
    ("limit", |chunks| limit::read::<ResponseStreamEvent>(chunks)),
    ("eventsource-stream + decode_events", |chunks| {
        drain(transport(chunks).eventsource().decode_events::<ResponseStreamEvent>())
    }),
    ("eventsource-stream + hand-written match", |chunks| {
        let events = transport(chunks).eventsource();
        drain(events.map(|event| event.map(|event| by_hand(&event.event, &event.data))))
    }),
    ("eventsource-stream + serde's tag", |chunks| {
        let events = transport(chunks).eventsource();
        drain(events.map(|event| event.map(|event| by_serde(&event.data))))
    }),
    ("sse-stream + hand-written match", |chunks| {
        let events = SseByteStream::new(transport(chunks));
        drain(events.map(|event| {
            event.map(|event| {
                by_hand(&event.event.unwrap_or_default(), &event.data.unwrap_or_default());
            })
        }))
    }),
    ("sse-stream + serde's tag", |chunks| {
        let events = SseByteStream::new(transport(chunks));
        drain(events.map(|event| event.map(|event| by_serde(&event.data.unwrap_or_default()))))
    }),
    ("sseer + hand-written match", |chunks| {
        let events = sseer::EventStream::new(transport(chunks));
        drain(events.map(|event| event.map(|event| by_hand(&event.event, &event.data))))
    }),
    ("sseer + serde's tag", |chunks| {
        let events = sseer::EventStream::new(transport(chunks));
        drain(events.map(|event| event.map(|event| by_serde(&event.data))))
    }),
    ("sse_events, boxed", |chunks| {
        let owned: Vec<&'static [u8]> = chunks.to_vec();
        let chunks = stream::iter(owned.into_iter().map(Ok::<_, Infallible>));
        drain(chunks.sse_events::<ResponseStreamEvent>().into_boxed())
    }),
];

/// Readers of a blocking source.
pub const BLOCKING: [(&str, Read); 3] = [
    ("lines() + hand-written match", |chunks| {
        let (mut events, mut name, mut data) = (0, String::new(), String::new());
        for line in BufReader::new(Chunks::new(chunks)).lines() {
            let line = line.expect("a line");
            if let Some(value) = line.strip_prefix("event: ") {
                value.clone_into(&mut name);
            } else if let Some(value) = line.strip_prefix("data: ") {
                value.clone_into(&mut data);
            } else if line.is_empty() {
                by_hand(&name, &data);
                events += 1;
            }
        }
        events
    }),
    ("EventReader", |chunks| {
        let events = BufReader::new(Chunks::new(chunks)).sse_events::<ResponseStreamEvent>();
        events.filter(|event| black_box(event).is_ok()).count()
    }),
    ("limit", |chunks| limit::read::<ResponseStreamEvent>(chunks)),
];

fn by_hand(name: &str, data: &str) {
    black_box(hand_written::responses(name, data).expect("an event"));
}

fn by_serde(data: &str) {
    black_box(serde_json::from_str::<openai::ResponseStreamEvent>(data).expect("an event"));
}

fn transport(chunks: &[&'static [u8]]) -> impl Stream<Item = Result<Bytes, Infallible>> + Unpin {
    stream::iter(chunks.iter().map(|chunk| Ok(Bytes::from_static(chunk))))
}

/// Reads to the end without a runtime: the transport never waits, so a pending stream is only polled again. It panics
/// on a failure, which would make every figure worthless.
fn drain<T, E: Debug>(stream: impl Stream<Item = Result<T, E>>) -> usize {
    let mut stream = pin!(stream);
    let mut context = Context::from_waker(Waker::noop());
    let mut events = 0;
    loop {
        match stream.as_mut().poll_next(&mut context) {
            Poll::Ready(Some(item)) => drop(black_box(item.expect("an event"))),
            Poll::Ready(None) => return events,
            Poll::Pending => continue,
        }
        events += 1;
    }
}

/// Returns at most one chunk per read.
struct Chunks<'a> {
    chunks: std::slice::Iter<'a, &'static [u8]>,
    rest: &'static [u8],
}

impl<'a> Chunks<'a> {
    fn new(chunks: &'a [&'static [u8]]) -> Self {
        Self { chunks: chunks.iter(), rest: &[] }
    }
}

impl io::Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            self.rest = self.chunks.next().copied().unwrap_or_default();
        }
        io::Read::read(&mut self.rest, buffer)
    }
}
