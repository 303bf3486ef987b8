//! The code paths whose instructions are counted.

use std::convert::Infallible;
use std::hint::black_box;
use std::io::BufReader;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::BytesMut;
use futures_core::Stream;
use sse_event::{BufReadExt as _, ByteStreamExt as _, DecodeEvent, EncodeEvent as _, RawEvent};

use crate::event::{Block, Delta, Event};

/// The number of events in a pass.
pub(crate) const EVENTS: usize = 500;

/// A pass over the events.
type Path = fn();

pub(crate) const PATHS: [(&str, Path); 8] = [
    ("decode-by-line", || each(|| decode::<Event>("delta", FIRST))),
    ("decode-by-tag-first", || each(|| decode::<Event>("", FIRST))),
    ("decode-by-tag-last", || each(|| decode::<Event>("", LAST))),
    ("decode-nested-union", || each(|| decode::<Block>("", UNION))),
    ("error-and-its-text", || {
        each(|| {
            let error = Event::decode(RawEvent::new("delta", MALFORMED)).map(drop).expect_err("malformed");
            black_box(error.to_string());
        });
    }),
    ("encode-by-tag", || {
        let event = Event::Delta(Delta {
            item_id: "msg_0123456789abcdef".into(),
            index: 0,
            text: " streaming".into(),
        });
        let mut buffer = BytesMut::with_capacity(1024);
        each(|| {
            buffer.clear();
            black_box(&event).write_to(&mut buffer).expect("it can be written");
            black_box(&buffer);
        });
    }),
    ("stream-of-packets", || {
        let text = wire();
        let mut events = pin!(Packets(text.chunks(1400)).sse_events::<Event>());
        let mut context = Context::from_waker(Waker::noop());
        let mut count = 0;
        loop {
            match events.as_mut().poll_next(&mut context) {
                Poll::Ready(Some(event)) => count += usize::from(black_box(event).is_ok()),
                Poll::Ready(None) => break,
                Poll::Pending => {}
            }
        }
        assert_eq!(count, EVENTS);
    }),
    ("blocking-reader", || {
        let text = wire();
        let events = BufReader::new(&*text).sse_events::<Event>();
        assert_eq!(events.filter(|event| black_box(event).is_ok()).count(), EVENTS);
    }),
];

const FIRST: &str = r#"{"type":"delta","item_id":"msg_0123456789abcdef","index":0,"delta":" streaming"}"#;
const LAST: &str = r#"{"item_id":"msg_0123456789abcdef","index":0,"delta":" streaming","type":"delta"}"#;
const UNION: &str = r#"{"type":"block","index":0,"content":{"type":"text","text":" streaming"}}"#;
const MALFORMED: &str =
    r#"{"type":"delta","item_id":"msg_0123456789abcdef","index":"0","delta":" streaming"}"#;

/// Makes this many passes over a path.
pub(crate) fn run(path: &str, passes: usize) {
    let (_, pass) = PATHS.iter().find(|(name, _)| *name == path).expect("the name of a path");
    (0..passes).for_each(|_| pass());
}

fn each(mut work: impl FnMut()) {
    (0..EVENTS).for_each(|_| work());
}

fn decode<T: for<'de> DecodeEvent<'de>>(name: &str, data: &str) {
    let event = T::decode(RawEvent::new(black_box(name), black_box(data)));
    assert!(black_box(event).is_ok(), "{data} does not decode");
}

/// All events in their wire form, the last one terminal.
fn wire() -> Vec<u8> {
    let mut text = format!("event: delta\ndata: {FIRST}\n\n").repeat(EVENTS - 1);
    text.push_str("event: stop\ndata: {}\n\n");
    text.into()
}

/// A transport that never waits.
struct Packets<'a>(std::slice::Chunks<'a, u8>);

impl<'a> Stream for Packets<'a> {
    type Item = Result<&'a [u8], Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}
