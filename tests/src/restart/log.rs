//! The log of events, which outlives every server.

use std::fmt;

use futures_util::{Stream, stream};
use sse_event::{EventMeta, SseEvent};
use tokio::sync::watch;

use super::EVENTS;

#[derive(Debug, SseEvent)]
#[sse(encode)]
pub(super) enum Event {
    #[event("number")]
    Number { number: u64 },
    #[event("last", terminal)]
    Last { number: u64 },
}

/// The number of events so far; an event is made from its number when it is sent.
#[derive(Clone, Default)]
pub(super) struct Log(watch::Sender<u64>);

/// The cause of a cut response.
#[derive(Debug)]
pub(super) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cut at random")
    }
}

impl std::error::Error for Cut {}

impl Log {
    /// Adds an event, and returns its number.
    pub(super) fn publish(&self) -> u64 {
        self.0.send_modify(|published| *published += 1);
        *self.0.borrow()
    }

    /// The number of open responses.
    pub(super) fn readers(&self) -> usize {
        self.0.receiver_count()
    }

    /// The events after this one, until the response is cut after a random number of events.
    pub(super) fn after(
        &self,
        client: u64,
        last: u64,
    ) -> impl Stream<Item = Result<(Event, EventMeta), Cut>> + use<> {
        let left = 1 + random(client, last) % (EVENTS / 3);
        stream::unfold((self.0.subscribe(), last, left), async |(mut log, last, left)| {
            let number = last + 1;
            if left == 0 || log.wait_for(|published| *published >= number).await.is_err() {
                return Some((Err(Cut), (log, last, 0)));
            }
            let event = if number < EVENTS { Event::Number { number } } else { Event::Last { number } };
            let meta = EventMeta::default().with_id(number.to_string());
            Some((Ok((event, meta)), (log, number, left - 1)))
        })
    }
}

/// A different number for each client and each event, the same in each run (`SplitMix64`).
fn random(client: u64, last: u64) -> u64 {
    let mut bits = ((client << 32) | last).wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
