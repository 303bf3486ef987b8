//! Keep-alives with tokio's timer.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::EventBody;

/// The default period between two keep-alives.
pub(super) const DEFAULT_PERIOD: Duration = Duration::from_secs(15);

/// Ticks of tokio's timer, which starts when the body is first polled: only then the code is certainly inside a
/// runtime.
pub(super) struct TokioTicks {
    period: Duration,
    interval: Option<Interval>,
}

impl TokioTicks {
    pub(super) fn every(period: Duration) -> Self {
        Self { period, interval: None }
    }
}

impl Stream for TokioTicks {
    type Item = ();

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<()>> {
        let period = self.period;
        let interval = match &mut self.interval {
            Some(interval) => interval,
            // There is no timer outside a runtime, and a period of zero or without end has no ticks.
            interval if Handle::try_current().is_ok() && !period.is_zero() => {
                let Some(first) = Instant::now().checked_add(period) else { return Poll::Ready(None) };
                let interval = interval.insert(interval_at(first, period));
                interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
                interval
            }
            _ => return Poll::Ready(None),
        };
        ready!(interval.poll_tick(cx));
        Poll::Ready(Some(()))
    }
}

impl<S, E> EventBody<S, E> {
    /// The same as [`keep_alive`](Self::keep_alive), with tokio's timer: no silence lasts longer than two periods.
    ///
    /// If the period is zero, or outside of a tokio runtime, no comments are sent.
    ///
    /// # Panics
    /// When the body is polled in a tokio runtime that was built without a timer (`enable_time`), as every timer of
    /// tokio does.
    pub fn keep_alive_every(self, period: Duration) -> Self {
        self.keep_alive(TokioTicks::every(period))
    }
}
