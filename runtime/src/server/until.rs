//! Ending a body before its stream ends.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use super::EventBody;

/// The futures that end the body: the first one that is ready does.
///
/// The mutex is never locked: it makes a body `Sync` even if its futures are not, as in
/// [`KeepAlive`](super::keep_alive).
#[derive(Default)]
pub(super) struct Until(Mutex<Vec<Pin<Box<dyn Future<Output = ()> + Send>>>>);

impl Until {
    /// Whether any future can end the body early.
    #[cfg(feature = "actix-web")]
    pub(super) fn is_set(&mut self) -> bool {
        !self.0.get_mut().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Whether one of the futures is ready.
    pub(super) fn is_over(&mut self, cx: &mut Context<'_>) -> bool {
        let futures = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        futures.iter_mut().any(|future| future.as_mut().poll(cx) == Poll::Ready(()))
    }
}

impl<S, E> EventBody<S, E> {
    /// Ends the body when the future is ready: at a shutdown, or after a deadline.
    ///
    /// An event that is being sent is completed. The sentinel is not sent, and the response ends without an error: a
    /// browser reconnects with its last event ID, to a server that is still running, and a reader whose events
    /// declare their end, by `end` or a `terminal` variant, learns that the stream is incomplete.
    ///
    /// A server that waits for its open connections in a graceful shutdown, as axum and actix-web do, waits forever
    /// for a stream that does not end. Pass the server's shutdown signal to each body:
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use axum::{Router, extract::State, routing::get};
    /// use futures_util::{Stream, stream};
    /// use sse_event::{EventBody, RawEventBuf};
    /// use tokio::net::TcpListener;
    /// use tokio_util::sync::CancellationToken;
    ///
    /// type Item = Result<RawEventBuf, Infallible>;
    ///
    /// async fn events(State(shutdown): State<CancellationToken>) -> EventBody<impl Stream<Item = Item>> {
    ///     EventBody::new(stream::pending()).until(shutdown.cancelled_owned())
    /// }
    ///
    /// async fn serve(listener: TcpListener, shutdown: CancellationToken) -> std::io::Result<()> {
    ///     let app = Router::new().route("/events", get(events)).with_state(shutdown.clone());
    ///     axum::serve(listener, app).with_graceful_shutdown(shutdown.cancelled_owned()).await
    /// }
    /// ```
    ///
    /// The output of the future is ignored. With several futures, the first one ends the body.
    pub fn until(mut self, future: impl Future + Send + 'static) -> Self {
        let futures = self.until.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        futures.push(Box::pin(async move { drop(future.await) }));
        self
    }
}
