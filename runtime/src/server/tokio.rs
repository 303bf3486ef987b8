//! Keep-alives by tokio's clock.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::EventBody;

/// Between two keep-alives, unless another period was set.
pub(super) const DEFAULT_PERIOD: Duration = Duration::from_secs(15);

/// Ticks of tokio's clock, which starts when the body is first polled: only then it is surely inside a runtime.
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
            // Nothing to tick with, outside a runtime; and neither nothing nor an eternity is a period.
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
    /// [`keep_alive`](Self::keep_alive) by tokio's clock: no silence lasts longer than two periods.
    ///
    /// Nothing is sent for a period of zero, and outside of a tokio runtime.
    ///
    /// # Panics
    /// When the body is polled in a tokio runtime that was built without a clock (`enable_time`), as every timer of tokio
    /// does.
    pub fn keep_alive_every(self, period: Duration) -> Self {
        self.keep_alive(TokioTicks::every(period))
    }
}
