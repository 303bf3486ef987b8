//! How often a stream is polled, and how often it polls its transport.

use std::pin::pin;
use std::task::Poll;

use futures_util::Stream;
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;
use sse_event::{ByteStreamExt as _, RawEventBuf};

use super::chunks::{bytes, split};
use super::transport::{Transport, poll};
use super::{Endless, Event, Item};

/// Steps a stream to its end. Says how many items there were, and how many steps it took.
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
    /// One step a pause, one an item, one for the end; the transport is asked for each chunk, each pause and the end
    /// once.
    #[test]
    fn stream_ends_within_bounded_steps(bytes in bytes(), cuts in vec(any::<Index>(), 0..20)) {
        // The shortest event is `data` and a blank line; a truncation may follow.
        let most = bytes.len() / 6 + 1;
        let pauses = cuts.len() + 1;
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

    /// What follows a terminal event is never asked for, however much it is.
    #[test]
    fn transport_is_not_polled_after_terminal_event(bytes in bytes(), cuts in vec(any::<Index>(), 0..20)) {
        let done = Transport::of("event: done\ndata:\n\n");
        let transport = cuts.iter().fold(done, |transport, _| transport.then(&bytes));
        let polls = transport.polls();
        prop_assert_eq!(steps::<Event, _>(transport.sse_events::<Event>(), 2), (1, 2));
        prop_assert_eq!(polls.count(), 1);
    }
}
