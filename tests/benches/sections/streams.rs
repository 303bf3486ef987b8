//! Many streams in one process.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _};
use sse_event::ByteStreamExt as _;

use super::end_to_end::{PACKET, wire};
use super::{Plan, Section};
use crate::contenders::frames;
use crate::contenders::responses::ResponseStreamEvent;
use crate::contest::{Contest, Pass};
use crate::report::chart::{Chart, Line};
use crate::report::table::{count, table};

/// The number of events of each stream.
const EVENTS: usize = 10;

/// The minimum number of events in a pass: if there are few streams, they are created and read repeatedly.
const LEAST: usize = 2_000;

const OURS: &str = "sse_events";
const THEIRS: &str = "eventsource-stream + serde's tag";

pub const SECTION: Section = Section {
    name: "streams",
    heading: "Growth: the number of streams",
    contests: |plan| sizes(plan).into_iter().map(contest).collect(),
    write: |plan, results, report| {
        report.paragraph(&format!(
            "Streams of OpenAI's Responses in one thread, all open at once and read in turns: each yields \
             one chunk of {PACKET} bytes and then waits, with {EVENTS} events per stream. The bytes are the \
             peak of the readers, without an HTTP client and sockets: `cargo run --release --example load` \
             measures streams over the loopback with both ends of their connections."
        ));
        let sizes = sizes(plan);
        let heading = [
            "streams",
            "events per second",
            "instructions per event",
            "bytes per stream",
            THEIRS,
            "bytes per stream",
        ];
        let rows = sizes.iter().zip(results).map(|(streams, results)| {
            let [ours, theirs] = [OURS, THEIRS].map(|name| results.cost(name));
            vec![
                count(*streams as f64),
                count(1e9 / ours.median_time()),
                count(ours.instructions),
                count(ours.peak / *streams as f64),
                count(1e9 / theirs.median_time()),
                count(theirs.peak / *streams as f64),
            ]
        });
        report.paragraph(&table(&heading, rows));
        let line = |name: &str| Line {
            name: name.into(),
            points: sizes
                .iter()
                .zip(results)
                .map(|(streams, results)| (*streams as f64, results.cost(name).median_time()))
                .collect(),
        };
        let chart = Chart {
            title: "Time per event, by the number of streams".into(),
            x: "streams",
            y: "ns per event",
            lines: [OURS, THEIRS].map(line).into(),
        };
        report.chart("streams", &chart);
        report.paragraph(
            "The number of instructions stays the same. The time rises when the readers and their partial \
             events no longer fit in the processor's caches.",
        );
    },
    figures: |_| Vec::new(),
};

fn sizes(plan: &Plan) -> Vec<usize> {
    let sizes = [1, 100, 2_000, 10_000];
    sizes[..if plan.quick { 3 } else { sizes.len() }].to_vec()
}

fn contest(streams: usize) -> Contest {
    let times = (LEAST / EVENTS / streams).max(1);
    let events = streams * EVENTS * times;
    let mut contest = Contest::new(format!("{streams} streams"), events, events);
    contest.add(OURS, "", move |_| {
        pass(streams, times, |feed| Box::pin(feed.sse_events::<ResponseStreamEvent>()))
    });
    contest.add(THEIRS, "", move |_| {
        pass(streams, times, |feed| {
            Box::pin(feed.eventsource().map(|event| {
                event.map(|event| {
                    serde_json::from_str::<async_openai::types::responses::ResponseStreamEvent>(&event.data)
                })
            }))
        })
    });
    contest
}

fn pass<S: Stream + 'static>(streams: usize, times: usize, open: fn(Feed) -> Pin<Box<S>>) -> Pass {
    let text: &'static [u8] = frames::responses(EVENTS).iter().flat_map(wire).collect::<Vec<u8>>().leak();
    let chunks: &'static [&'static [u8]] = text.chunks(PACKET).collect::<Vec<_>>().leak();
    Box::new(move || {
        for _ in 0..times {
            let feeds = (0..streams).map(|_| Feed { chunks: chunks.iter(), waits: false });
            read(&mut feeds.map(open).collect());
        }
    })
}

/// Reads each stream until it waits, in turns, until all have ended.
fn read<S: Stream>(streams: &mut Vec<Pin<Box<S>>>) {
    let mut context = Context::from_waker(Waker::noop());
    let mut events = 0;
    let expected = EVENTS * streams.len();
    let mut open = streams.len();
    while open > 0 {
        for stream in &mut *streams {
            loop {
                match stream.as_mut().poll_next(&mut context) {
                    Poll::Ready(Some(_)) => events += 1,
                    Poll::Ready(None) => {
                        open -= 1;
                        break;
                    }
                    Poll::Pending => break,
                }
            }
        }
    }
    assert_eq!(events, expected);
}

/// A transport that waits after each chunk.
struct Feed {
    chunks: std::slice::Iter<'static, &'static [u8]>,
    waits: bool,
}

impl Stream for Feed {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.waits) {
            return Poll::Pending;
        }
        self.waits = true;
        Poll::Ready(self.chunks.next().map(|chunk| Ok(Bytes::from_static(chunk))))
    }
}
