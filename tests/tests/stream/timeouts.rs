//! The two limits on silence, on a paused clock, and the counters of a stream.

use std::future::ready;
use std::pin::pin;
use std::time::Duration;

use futures_util::stream::{self, BoxStream, StreamExt as _};
use sse_event::stream::{EventStream, RawEventStreamExt as _, Timer};
use sse_event::{BufReadExt as _, ByteStreamExt as _, RawEventBuf, StreamError};
use tokio::time::{Instant, advance, sleep};

use super::transport::Broken;
use super::{Endless, Event, Item};

const DELTA: &str = "event: delta\ndata: 1\n\n";
const SECOND: Duration = Duration::from_secs(1);

type Bytes = BoxStream<'static, Result<&'static str, Broken>>;

/// Yields each text after its pause in seconds, and then stays pending.
fn transport(steps: &'static [(u64, &'static str)]) -> Bytes {
    stream::iter(steps)
        .then(async |(pause, text)| {
            sleep(SECOND * u32::try_from(*pause).expect("short")).await;
            Ok(*text)
        })
        .chain(stream::pending())
        .boxed()
}

/// Every item, with the second at which it arrived.
async fn timed<S, T>(events: EventStream<S, T>) -> Vec<(u64, Item<T>)>
where
    EventStream<S, T>: futures_util::Stream<Item = Result<T, StreamError<Broken>>>,
{
    let start = Instant::now();
    events.map(|item| (start.elapsed().as_secs(), Item::from(item))).collect().await
}

#[tokio::test(start_paused = true)]
async fn byte_timeout_ends_silent_stream() {
    let events = transport(&[(3, DELTA), (4, ": alive\n"), (5, DELTA)]).sse_events::<Endless>();
    let delta = |second| (second, Item::Event(Endless::Delta(1)));
    assert_eq!(timed(events.byte_timeout(6 * SECOND)).await, [delta(3), delta(12), (18, Item::ByteTimeout)]);
}

/// A part of an event is bytes.
#[tokio::test(start_paused = true)]
async fn byte_timeout_counts_every_byte() {
    let steps = &[(5, ":"), (5, " a\n"), (5, "event: del"), (5, "ta\ndata: 1\n"), (5, "\n"), (5, "")];
    let items = timed(transport(steps).sse_events::<Endless>().byte_timeout(6 * SECOND)).await;
    assert_eq!(items, [(25, Item::Event(Endless::Delta(1))), (31, Item::ByteTimeout)]);
}

#[tokio::test(start_paused = true)]
async fn event_timeout_is_not_reset_by_comments_and_ignored_events() {
    let steps = &[(3, DELTA), (3, ": alive\n\n"), (3, "event: ping\ndata\n\n"), (3, "id: 7\n\n"), (3, DELTA)];
    let events = transport(steps).sse_events::<Event>().byte_timeout(6 * SECOND).event_timeout(10 * SECOND);
    assert_eq!(timed(events).await, [(3, Item::Event(Event::Delta(1))), (13, Item::EventTimeout)]);
}

#[tokio::test(start_paused = true)]
async fn event_timeout_is_not_reset_by_skipped_unknown_events() {
    let steps = &[(3, "event: what\ndata\n\n"), (3, "event: what\ndata\n\n"), (3, "event: what\ndata\n\n")];
    let events = || transport(steps).sse_events::<Endless>().event_timeout(5 * SECOND);
    assert_eq!(timed(events().skip_unknown()).await, [(5, Item::EventTimeout)]);
    // As items they count.
    let times: Vec<u64> = timed(events()).await.into_iter().map(|(second, _)| second).collect();
    assert_eq!(times, [3, 6, 9, 14]);
}

#[tokio::test(start_paused = true)]
async fn timeouts_hold_before_the_first_event() {
    let silent = || transport(&[]).sse_events::<Endless>();
    assert_eq!(timed(silent().byte_timeout(SECOND)).await, [(1, Item::ByteTimeout)]);
    assert_eq!(timed(silent().event_timeout(2 * SECOND)).await, [(2, Item::EventTimeout)]);
    assert_eq!(
        timed(silent().event_timeout(2 * SECOND).byte_timeout(3 * SECOND)).await,
        [(2, Item::EventTimeout)]
    );
    assert_eq!(timed(silent().byte_timeout(Duration::ZERO)).await, [(0, Item::ByteTimeout)]);
}

/// After the timeout the transport is not polled any more, and the stream is not complete.
#[tokio::test(start_paused = true)]
async fn timeout_is_the_last_item() {
    let mut events = pin!(transport(&[(2, DELTA)]).sse_events::<Endless>().event_timeout(SECOND));
    assert!(matches!(events.next().await, Some(Err(StreamError::EventTimeout { limit: SECOND }))));
    sleep(5 * SECOND).await;
    assert!(events.next().await.is_none());
    assert!(!events.is_complete());
}

/// Time counts only while a stream waits: the time that a consumer takes between two events is not silence.
#[tokio::test(start_paused = true)]
async fn slow_consumer_is_not_silence() {
    let steps = &[(1, DELTA), (0, DELTA), (1, DELTA), (30, DELTA)];
    let events = transport(steps).sse_events::<Endless>().byte_timeout(5 * SECOND).event_timeout(5 * SECOND);
    let mut events = pin!(events);
    for _ in 0..3 {
        assert!(matches!(events.next().await, Some(Ok(Endless::Delta(1)))));
        advance(60 * SECOND).await;
    }
    let start = Instant::now();
    assert!(matches!(events.next().await, Some(Err(StreamError::ByteTimeout { .. }))));
    assert_eq!(start.elapsed().as_secs(), 5);
}

/// Input that arrived while nobody polled is read before the time is checked.
#[tokio::test(start_paused = true)]
async fn events_that_have_arrived_are_not_lost_to_a_timeout() {
    let mut events = pin!(transport(&[(2, DELTA)]).sse_events::<Endless>().event_timeout(3 * SECOND));
    assert!(futures_util::poll!(events.next()).is_pending());
    advance(60 * SECOND).await;
    assert!(matches!(events.next().await, Some(Ok(Endless::Delta(1)))));
}

#[tokio::test(start_paused = true)]
async fn timeouts_hold_for_boxed_streams_views_and_parsed_events() {
    let bytes = || transport(&[(1, DELTA)]).sse_events::<Endless>();
    let boxed = bytes().byte_timeout(SECOND * 2).into_boxed();
    assert_eq!(timed(boxed).await, [(1, Item::Event(Endless::Delta(1))), (3, Item::ByteTimeout)]);
    let views = bytes().event_timeout(SECOND * 2).with_meta().errors_as_err();
    let items: Vec<_> = views.collect().await;
    assert!(matches!(
        &items[..],
        [Ok(_), Err(sse_event::error::EventError::Stream(StreamError::EventTimeout { .. }))]
    ));
    let parsed = stream::iter([Ok::<_, Broken>(RawEventBuf::new("delta", "1"))]).chain(stream::pending());
    let parsed = parsed.decode_events::<Endless>().event_timeout(SECOND);
    assert_eq!(timed(parsed).await, [(0, Item::Event(Endless::Delta(1))), (1, Item::EventTimeout)]);
}

/// Not tokio's timer: this one is ready at once, so every wait is too long, except an endless one.
#[tokio::test]
async fn timer_may_be_any_function() {
    let at_once = || Timer::new(|_| ready("an output"));
    let silent = || transport(&[]).sse_events::<Endless>();
    let by_tokio = Timer::new(tokio::time::sleep);
    let limit = Duration::from_millis(20);
    assert_eq!(timed(silent().byte_timeout_by(by_tokio.clone(), limit)).await, [(0, Item::ByteTimeout)]);
    assert_eq!(timed(silent().event_timeout_by(by_tokio, limit)).await, [(0, Item::EventTimeout)]);
    let mut endless = pin!(silent().event_timeout_by(at_once(), Duration::MAX));
    assert!(futures_util::poll!(endless.next()).is_pending());
}

#[test]
fn counters_are_those_of_the_stream_so_far() {
    let text = ": a\n: b\nid: 1\nevent: delta\ndata: 1\n\nevent: ping\ndata\n\nevent: what\ndata\n\n: c\n\nevent: delta\ndata: x\n\n\
                event: done\ndata\n\nbehind the end";
    let mut events = text.as_bytes().sse_events::<Event>().skip_unknown();
    assert!(events.next().is_some());
    let counters = events.counters();
    assert_eq!((counters.bytes, counters.comments, counters.ignored, counters.events), (36, 2, 0, 1));
    assert!(matches!(events.next(), Some(Err(StreamError::Decode(_)))));
    assert!(matches!(events.next(), Some(Ok(Event::Done))));
    let counters = events.errors_as_err().with_meta().counters();
    assert_eq!(counters.bytes, (text.len() - "behind the end".len()) as u64);
    assert_eq!((counters.comments, counters.ignored, counters.events), (3, 2, 2));
}
