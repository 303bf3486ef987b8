//! Comments that keep a silent connection alive.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::EventBody;
#[cfg(feature = "tokio")]
use super::tokio::TokioTicks;

/// Never locked: the mutex makes a body `Sync` even if its ticks are not, for frameworks that require it (warp,
/// hyper's `BoxBody`).
type Ticks = Mutex<Pin<Box<dyn Stream<Item = ()> + Send>>>;

/// The ticks at which the body checks whether anything was sent.
#[derive(Default)]
pub(super) enum KeepAlive {
    /// Not configured: every 15 seconds, if tokio's timer is available.
    #[default]
    Unset,
    Off,
    On {
        ticks: Ticks,
        /// Nothing was sent since the last tick.
        is_quiet: bool,
    },
}

impl KeepAlive {
    fn on(ticks: impl Stream<Item = ()> + Send + 'static) -> Self {
        Self::On { ticks: Mutex::new(Box::pin(ticks)), is_quiet: true }
    }

    /// Call this when something is sent.
    pub(super) fn record_activity(&mut self) {
        if let Self::On { is_quiet, .. } = self {
            *is_quiet = false;
        }
    }

    /// Ready when a comment is due.
    pub(super) fn poll_due(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        #[cfg(feature = "tokio")]
        if let Self::Unset = self {
            *self = Self::on(TokioTicks::every(super::tokio::DEFAULT_PERIOD));
        }
        let Self::On { ticks, is_quiet } = self else { return Poll::Pending };
        let ticks = ticks.get_mut().unwrap_or_else(PoisonError::into_inner);
        while ready!(ticks.as_mut().poll_next(cx)).is_some() {
            if std::mem::replace(is_quiet, true) {
                return Poll::Ready(());
            }
        }
        // The ticks have ended.
        *self = Self::Off;
        Poll::Pending
    }
}

impl<S, E> EventBody<S, E> {
    /// Sends a comment at each tick if nothing was sent since the previous one: proxies, and clients with a timeout,
    /// treat a silent connection as dead.
    ///
    /// `keep_alive_every(duration)` (feature `tokio`) makes the ticks. Any other timer works as well: a tokio interval as
    /// a stream, or one of another runtime. Without this call there is a tick every 15 seconds if the body is polled in a
    /// tokio runtime and the feature `tokio` is on, which `axum-08` and `actix-web` enable.
    ///
    /// The comment is a single line `:`, which every client ignores anywhere. A `ping` event is not ignored, and some
    /// clients take a comment before a blank line for an event (see [`Comment`](crate::wire::Comment)). For a comment with
    /// text, send a [`Block::Comment`](crate::server::Block::Comment).
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use futures_util::{StreamExt as _, stream};
    /// use sse_event::{EventBody, RawEventBuf};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let silence = stream::pending::<Result<RawEventBuf, Infallible>>();
    /// let mut body = EventBody::new(silence).keep_alive(stream::repeat(()));
    /// assert!(matches!(body.next().await, Some(Ok(bytes)) if bytes == ":\n"));
    /// # }
    /// ```
    pub fn keep_alive(mut self, ticks: impl Stream<Item = ()> + Send + 'static) -> Self {
        self.keep_alive = KeepAlive::on(ticks);
        self
    }

    /// Sends no comments.
    pub fn without_keep_alive(mut self) -> Self {
        self.keep_alive = KeepAlive::Off;
        self
    }
}
