//! How often a stream must be polled, and how often it polls its transport.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake};

use futures_util::{Stream, StreamExt as _, stream};
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::wire::AsRawEvent;
use sse_event::{ByteStreamExt as _, RawEvent, RawEventBuf};

use super::chunks::{bytes, split};
use super::transport::{Transport, poll};
use super::{Endless, Event, Item};

/// Polls a stream to its end. Returns the number of items and of polls.
fn steps<T, S>(stream: S, limit: usize) -> (usize, usize)
where
    S: Stream<Item: Into<Item<T>>>,
{
    let mut stream = pin!(stream);
    let mut items = 0;
    for step in 1..=limit {
        match poll(stream.as_mut()).map(|item| item.map(Into::into)) {
            Poll::Ready(None) => return (items, step),
            Poll::Ready(Some(_)) => items += 1,
            Poll::Pending => {}
        }
    }
    (items, usize::MAX)
}

proptest! {
    /// One poll per pause, one per item, one for the end; the transport is polled once for each chunk, for each pause
    /// and for the end.
    #[test]
    fn stream_ends_within_bounded_steps(bytes in bytes(), cuts in vec(any::<Index>(), 0..20)) {
        // The shortest event is `data` and a blank line; a truncation may follow.
        let most = bytes.len() / 6 + 1;
        // A stream returns `Pending` after 64 steps without an item.
        let pauses = cuts.len() + 1 + (most + 2 * cuts.len()) / 64;
        let transport = || split(&bytes, &cuts);
        let (typed, endless, raw) = (transport(), transport(), transport());
        let polls = [typed.polls(), endless.polls(), raw.polls()];
        let all = [
            steps::<Event, _>(typed.sse_events::<Event>(), most + pauses + 1),
            steps::<Endless, _>(endless.sse_events::<Endless>().max_event_size(16), most + pauses + 1),
            steps::<RawEventBuf, _>(raw.raw_events(), most + pauses + 1),
        ];
        for ((items, steps), polls) in all.into_iter().zip(polls) {
            prop_assert!(items <= most, "{} items", items);
            prop_assert!(steps <= items + pauses + 1, "{} steps", steps);
            prop_assert!(polls.count() <= 2 * pauses + 1, "{} polls", polls.count());
        }
    }

    /// The input after a terminal event is never requested, however large it is.
    #[test]
    fn transport_is_not_polled_after_terminal_event(bytes in bytes(), cuts in vec(any::<Index>(), 0..20)) {
        let done = Transport::of("event: done\ndata:\n\n");
        let transport = cuts.iter().fold(done, |transport, _| transport.then(&bytes));
        let polls = transport.polls();
        prop_assert_eq!(steps::<Event, _>(transport.sse_events::<Event>(), 2), (1, 2));
        prop_assert_eq!(polls.count(), 1);
    }
}

#[derive(Default)]
struct Wakes(AtomicUsize);

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// A stream whose transport is always ready but has no events takes a bounded number of steps in a poll, and then
/// wakes its task once.
#[track_caller]
fn yields_to_other_tasks<S: Stream>(events: S, taken: &AtomicUsize) {
    let counter = Arc::new(Wakes::default());
    let waker = Arc::clone(&counter).into();
    let mut events = pin!(events);
    for polls in 1..=10 {
        assert!(events.as_mut().poll_next(&mut Context::from_waker(&waker)).is_pending(), "an item");
        assert_eq!(counter.0.load(Ordering::Relaxed), polls, "one wake a poll");
        let taken = taken.load(Ordering::Relaxed);
        assert!((1..=100 * polls).contains(&taken), "{taken} chunks in {polls} polls");
    }
}

/// An endless sequence of an item, with a counter.
fn endless<T: Clone>(item: T) -> (impl Stream<Item = Result<T, Infallible>>, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let items = stream::repeat(item).map(move |item| {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(item)
    });
    (items, taken)
}

#[test]
fn chunks_without_an_event_do_not_hold_the_thread() {
    for chunk in [": comment\n", ": comment\n\n", "", "x", "data: of an event that never ends\n"] {
        let (chunks, taken) = endless(chunk);
        yields_to_other_tasks(chunks.raw_events(), &taken);
    }
}

#[test]
fn skipped_events_do_not_hold_the_thread() {
    let (chunks, taken) = endless("event: ping\ndata: 1\n\n");
    yields_to_other_tasks(chunks.sse_events::<Event>(), &taken);
    let (chunks, taken) = endless("event: unknown\ndata: 1\n\n");
    yields_to_other_tasks(chunks.sse_events::<Endless>().skip_unknown(), &taken);
    let (events, taken) = endless(RawEvent::new("ping", "1"));
    yields_to_other_tasks(events.decode_events::<Event>(), &taken);
}

#[test]
fn items_that_are_not_events_do_not_hold_the_thread() {
    #[derive(Clone)]
    struct Comment;

    impl AsRawEvent for Comment {
        fn as_raw_event(&self) -> Option<RawEvent<'_>> {
            None
        }
    }

    let (items, taken) = endless(Comment);
    yields_to_other_tasks(items.decode_events::<RawEventBuf>(), &taken);
}

#[test]
fn a_large_chunk_without_an_event_is_read_in_several_polls() {
    let events = [": comment\n".repeat(1 << 20), "data: 1\n\n".to_owned()].concat();
    let mut stream = pin!(Transport::of(&events).raw_events());
    let mut polls = 1;
    while poll(stream.as_mut()).is_pending() {
        polls += 1;
    }
    assert!(polls > 5, "{polls} polls for {} bytes", events.len());
    let skipped = "event: ping\ndata: 1\n\n".repeat(1000);
    assert!(poll(pin!(Transport::of(skipped).sse_events::<Event>())).is_pending());
}
