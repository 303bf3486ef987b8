//! The limits on silence: the longest times without bytes and without events.

use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use super::timer::{Sleep, Timer};
use crate::error::stream::StreamError;

/// Limits on silence. Time counts only while a stream waits, so a slow consumer is not mistaken for a silent server.
#[derive(Default)]
pub(super) struct Silence {
    bytes: Option<Limit>,
    events: Option<Limit>,
    /// The number of bytes that had been read when the stream last waited.
    read: u64,
}

impl Silence {
    pub(super) fn set_byte_timeout(&mut self, limit: Duration, timer: Timer) {
        self.bytes = Some(Limit::new(limit, timer));
    }

    pub(super) fn set_event_timeout(&mut self, limit: Duration, timer: Timer) {
        self.events = Some(Limit::new(limit, timer));
    }

    /// Call this when an item is yielded.
    pub(super) fn record_event(&mut self) {
        if let Some(limit) = &mut self.events {
            limit.expires = None;
        }
    }

    /// Call this when a connection begins.
    #[cfg(feature = "event-source")]
    pub(super) fn restart(&mut self) {
        for limit in [&mut self.bytes, &mut self.events].into_iter().flatten() {
            limit.expires = None;
        }
    }

    /// Call this while the stream waits: ready when one of the limits is exceeded. `read` is the number of bytes that
    /// the stream has read.
    pub(super) fn poll_exceeded(&mut self, cx: &mut Context<'_>, read: u64) -> Poll<Exceeded> {
        if let Some(bytes) = &mut self.bytes {
            if read != self.read {
                (self.read, bytes.expires) = (read, None);
            }
            if bytes.poll_exceeded(cx).is_ready() {
                return Poll::Ready(Exceeded::Bytes(bytes.silence));
            }
        }
        if let Some(events) = &mut self.events
            && events.poll_exceeded(cx).is_ready()
        {
            return Poll::Ready(Exceeded::Events(events.silence));
        }
        Poll::Pending
    }
}

/// The limit that was exceeded.
#[derive(Clone, Copy)]
pub(super) enum Exceeded {
    Bytes(Duration),
    Events(Duration),
}

impl<E> From<Exceeded> for StreamError<E> {
    fn from(exceeded: Exceeded) -> Self {
        match exceeded {
            Exceeded::Bytes(limit) => Self::ByteTimeout { limit },
            Exceeded::Events(limit) => Self::EventTimeout { limit },
        }
    }
}

struct Limit {
    silence: Duration,
    timer: Timer,
    /// The end of the current wait; `None` if the stream does not wait.
    expires: Option<Instant>,
    /// The timer may be of an earlier wait and fire before `expires`: it is not restarted for each event.
    sleep: Option<Sleep>,
}

impl Limit {
    fn new(silence: Duration, timer: Timer) -> Self {
        Self { silence, timer, expires: None, sleep: None }
    }

    fn poll_exceeded(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let expires = match self.expires {
            Some(expires) => expires,
            None => {
                // An instant that cannot be represented is never reached.
                let Some(expires) = self.timer.now().checked_add(self.silence) else { return Poll::Pending };
                *self.expires.insert(expires)
            }
        };
        loop {
            match &mut self.sleep {
                Some(sleep) => match sleep.poll(cx) {
                    Poll::Ready(()) => self.sleep = None,
                    Poll::Pending => return Poll::Pending,
                },
                None => {
                    let left = expires.saturating_duration_since(self.timer.now());
                    if left.is_zero() {
                        return Poll::Ready(());
                    }
                    self.sleep = Some(self.timer.sleep(left));
                }
            }
        }
    }
}
