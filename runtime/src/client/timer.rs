//! Timers for streams.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// The timer of a runtime: streams use it to detect silence, and an `EventSource` to wait between two connections.
///
/// With the feature `tokio`, the methods without a timer argument use tokio's. Any other timer is a function from a
/// duration to a future that is ready after that duration:
///
/// ```
/// use sse_event::stream::Timer;
///
/// # mod smol {
/// #     pub struct Timer;
/// #     impl Timer {
/// #         pub fn after(_: std::time::Duration) -> std::future::Ready<()> { std::future::ready(()) }
/// #     }
/// # }
/// let timer = Timer::new(smol::Timer::after);
/// ```
#[derive(Clone)]
pub struct Timer(Kind);

#[derive(Clone)]
enum Kind {
    #[cfg(feature = "tokio")]
    Tokio,
    Other(Arc<dyn Fn(Duration) -> BoxSleep + Send + Sync>),
}

type BoxSleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A wait. The mutex is never locked: it makes a stream `Sync` even if its timer is not.
pub(super) struct Sleep(Mutex<BoxSleep>);

impl Sleep {
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll(cx)
    }
}

impl Timer {
    /// A timer that waits with this function. Time is measured with [`Instant`].
    pub fn new<F>(sleep: impl Fn(Duration) -> F + Send + Sync + 'static) -> Self
    where
        F: Future + Send + 'static,
    {
        Self(Kind::Other(Arc::new(move |duration| {
            let sleep = sleep(duration);
            Box::pin(async move {
                sleep.await;
            })
        })))
    }

    /// tokio's timer. In tests, `tokio::time::pause` applies to it.
    ///
    /// # Panics
    /// When a stream waits outside of a tokio runtime, or in a runtime that was built without a timer
    /// (`enable_time`), as every timer of tokio does.
    #[cfg(feature = "tokio")]
    #[must_use]
    pub fn tokio() -> Self {
        Self(Kind::Tokio)
    }

    pub(super) fn now(&self) -> Instant {
        match self.0 {
            #[cfg(feature = "tokio")]
            Kind::Tokio => tokio::time::Instant::now().into_std(),
            Kind::Other(_) => Instant::now(),
        }
    }

    pub(super) fn sleep(&self, duration: Duration) -> Sleep {
        let sleep = match &self.0 {
            #[cfg(feature = "tokio")]
            Kind::Tokio => Box::pin(tokio::time::sleep(duration)),
            Kind::Other(sleep) => sleep(duration),
        };
        Sleep(Mutex::new(sleep))
    }
}

impl fmt::Debug for Timer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Timer")
    }
}
