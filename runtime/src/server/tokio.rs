//! Keep-alives by tokio's clock.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::EventBody;
#[cfg(any(feature = "actix-web", feature = "axum-08"))]
use super::keep_alive::KeepAlive;

/// Ticks of tokio's clock, which starts when the body is first polled: only then it is surely inside a runtime.
struct TokioTicks {
    period: Duration,
    interval: Option<Interval>,
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
    /// When it is polled in a runtime that was built without a clock (`enable_time`), as every timer of tokio's does.
    pub fn keep_alive_every(self, period: Duration) -> Self {
        self.keep_alive(TokioTicks { period, interval: None })
    }

    /// As who sends it wants it, or what the frameworks do on their own: a comment every 15 seconds.
    #[cfg(any(feature = "actix-web", feature = "axum-08"))]
    pub(crate) fn with_default_keep_alive(self) -> Self {
        match self.keep_alive {
            KeepAlive::Unset => self.keep_alive_every(Duration::from_secs(15)),
            KeepAlive::Off | KeepAlive::On { .. } => self,
        }
    }
}
