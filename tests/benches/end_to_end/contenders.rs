//! What reads: each takes the chunks of a Responses stream to typed events, and drops every one.

use std::convert::Infallible;
use std::fmt::Debug;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use async_openai::types::responses as openai;
use eventsource_stream::{Event, EventStreamError, Eventsource as _};
use futures_util::{Stream, StreamExt as _, stream};
use sse_event::{ByteStreamExt as _, RawEventStreamExt as _};
use sse_event_tests::responses::ResponseStreamEvent;

use crate::hand_written;

/// A way to read a stream: says how many events it was.
pub struct Contender {
    pub name: &'static str,
    pub read: fn(&[&[u8]]) -> usize,
}

pub const CONTENDERS: [Contender; 4] = [
    Contender {
        name: "sse_events",
        read: |chunks| drain(transport(chunks).sse_events::<ResponseStreamEvent>()),
    },
    Contender {
        name: "eventsource-stream + decode_events",
        read: |chunks| drain(transport(chunks).eventsource().decode_events::<ResponseStreamEvent>()),
    },
    Contender {
        name: "eventsource-stream + hand-written match",
        read: |chunks| {
            parsed(chunks, |event| hand_written::responses(&event.event, &event.data).map_err(drop))
        },
    },
    Contender {
        name: "eventsource-stream + serde's tag",
        read: |chunks| {
            parsed(chunks, |event| {
                serde_json::from_str::<openai::ResponseStreamEvent>(&event.data).map_err(drop)
            })
        },
    },
];

fn transport<'a>(chunks: &[&'a [u8]]) -> impl Stream<Item = Result<&'a [u8], Infallible>> {
    stream::iter(chunks.iter().copied().map(Ok))
}

/// The events of `eventsource-stream`, each decoded as it comes.
fn parsed<T>(chunks: &[&[u8]], decode: impl Fn(&Event) -> Result<T, ()>) -> usize {
    let events = transport(chunks).eventsource();
    drain(events.map(|event| decode(&event.map_err(|_: EventStreamError<Infallible>| ())?)))
}

/// Reads to the end on no runtime: the transport never waits, so that a pending stream is only polled again. A failure
/// would make every figure worthless.
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
