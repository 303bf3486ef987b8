//! Futures that are dropped before they are ready, and streams that are dropped before they end.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use eventsource_stream::Eventsource as _;
use futures_util::{FutureExt as _, Stream, StreamExt as _};
use sse_event::ByteStreamExt as _;
use sse_event::stream::RawEventStreamExt as _;

use super::transport::{Transport, drain};
use super::{Endless, Event, Item};

const TEXT: &str = "id: 1\nevent: delta\ndata: 1\n\nevent: what\n\nevent: delta\r\ndata: x\r\n\r\nevent: text\n\
                    data: é\ndata: 🌤\n\nevent: delta\ndata: 2\n\n";

/// Every item, with a new `next()` for each poll, like a `select!` in a loop.
fn drain_cancelling<T, S: Stream<Item: Into<T>>>(stream: S) -> Vec<T> {
    let mut stream = pin!(stream);
    let mut items = Vec::new();
    loop {
        match stream.next().poll_unpin(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(item)) => items.push(item.into()),
            Poll::Ready(None) => return items,
            Poll::Pending => {}
        }
    }
}

#[test]
fn cancelled_next_loses_nothing() {
    for size in 1..TEXT.len() {
        let transport = || Transport::chunked(TEXT.as_bytes(), size);
        let items: Vec<Item<Event>> = drain_cancelling(transport().sse_events::<Event>());
        assert_eq!(items, drain(Transport::of(TEXT).sse_events::<Event>()), "in chunks of {size}");
        let items: Vec<Item<Endless>> =
            drain_cancelling(transport().eventsource().decode_events::<Endless>().skip_unknown());
        assert_eq!(items, drain(Transport::of(TEXT).sse_events::<Endless>().skip_unknown()));
    }
}

/// When it is dropped: before the first poll, in a pause inside an event, between two events, at the end.
#[test]
fn dropped_stream_drops_transport() {
    fn dropped<S: Stream>(view: impl Fn(Transport) -> S) {
        for polls in 0..20 {
            let transport = Transport::chunked(TEXT.as_bytes(), 20);
            let handle = transport.polls();
            let mut stream = Box::pin(view(transport));
            for _ in 0..polls {
                let _ = Pin::new(&mut stream).poll_next(&mut Context::from_waker(Waker::noop()));
            }
            assert!(handle.transport_lives());
            drop(stream);
            assert!(!handle.transport_lives(), "after {polls} polls");
        }
    }
    dropped(Transport::sse_events::<Event>);
    dropped(|transport| transport.sse_events::<Event>().with_meta());
    dropped(|transport| transport.sse_events::<Event>().errors_as_err());
    dropped(|transport| transport.eventsource().decode_events::<Event>());
}
