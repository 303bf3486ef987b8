//! A body whose events another task sends: [`EventBody::channel`].

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use tokio::sync::{Semaphore, mpsc, oneshot};

use super::EventBody;
use super::block::Block;
use crate::encode::EncodeEvent;
use crate::error::BoxError;

impl<T: EncodeEvent> EventBody<EventReceiver<T>> {
    /// Creates a body, and a sender for its events.
    ///
    /// The body is complete only after [`finish`](EventSender::finish) or a terminal event, and only then the
    /// sentinel is sent. If the sender is dropped before, because its task panicked, returned early or was aborted,
    /// the body ends with an error, and the client learns that the stream is incomplete. The receiver of an ordinary
    /// channel cannot distinguish the two cases.
    ///
    /// All events of a body are of one type: if some have an ID, send `(event, EventMeta::default())` for those without.
    ///
    /// Up to `capacity` events (at least one) are queued for the client; then [`send`](EventSender::send) waits. The
    /// channel works on every runtime.
    ///
    /// ```
    /// use sse_event::server::{EventReceiver, SendError};
    /// use sse_event::{EventBody, RawEventBuf};
    ///
    /// async fn count() -> EventBody<EventReceiver<RawEventBuf>> {
    ///     let (sender, body) = EventBody::channel(16);
    ///     tokio::spawn(async move {
    ///         for number in 0..3 {
    ///             sender.send(RawEventBuf::new("count", number.to_string())).await?;
    ///         }
    ///         sender.finish();
    ///         Ok::<_, SendError>(())
    ///     });
    ///     body
    /// }
    /// ```
    pub fn channel(capacity: usize) -> (EventSender<T>, Self) {
        let (blocks, received) = mpsc::channel(capacity.clamp(1, Semaphore::MAX_PERMITS));
        let (outcome, ended) = oneshot::channel();
        (EventSender { blocks, outcome }, Self::new(EventReceiver { blocks: received, outcome: Some(ended) }))
    }
}

/// Sends the events of a body; see [`EventBody::channel`].
///
/// Dropping it without [`finish`](Self::finish) ends the body with an error. Several tasks may share it in an `Arc`.
#[derive(Debug)]
#[must_use = "a sender that is dropped ends the body with an error"]
pub struct EventSender<T> {
    blocks: mpsc::Sender<Block<T>>,
    outcome: oneshot::Sender<Result<(), BoxError>>,
}

impl<T> EventSender<T> {
    /// Sends an event, a [`Comment`](crate::wire::Comment), an [`EventMeta`](crate::EventMeta), or a [`Block`]. It waits
    /// while `capacity` of them are queued.
    ///
    /// # Errors
    /// The body has been dropped or has ended: the client has disconnected, or a terminal event was sent.
    pub async fn send(&self, block: impl Into<Block<T>>) -> Result<(), SendError> {
        self.blocks.send(block.into()).await.map_err(|_| SendError(()))
    }

    /// Completes the body: it ends after the queued events, followed by the sentinel if the event type has one. If the
    /// event type has a `terminal` variant instead, send that event: `finish` does not.
    pub fn finish(self) {
        // A dropped body does not need an end.
        let _ = self.outcome.send(Ok(()));
    }

    /// Ends the body with this error, after the queued events.
    pub fn abort(self, error: impl Into<Box<dyn StdError + Send + Sync>>) {
        let _ = self.outcome.send(Err(error.into()));
    }

    /// Waits until the body has been dropped or has ended; see [`send`](Self::send). For tasks that wait long between
    /// two events.
    pub async fn closed(&self) {
        self.blocks.closed().await;
    }
}

/// The stream of the events that an [`EventSender`] sends; see [`EventBody::channel`].
#[derive(Debug)]
pub struct EventReceiver<T> {
    blocks: mpsc::Receiver<Block<T>>,
    /// `None` once the stream has ended.
    outcome: Option<oneshot::Receiver<Result<(), BoxError>>>,
}

impl<T> Stream for EventReceiver<T> {
    type Item = Result<Block<T>, ChannelError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(block) = ready!(self.blocks.poll_recv(cx)) {
            return Poll::Ready(Some(Ok(block)));
        }
        let Some(outcome) = &mut self.outcome else { return Poll::Ready(None) };
        let outcome = ready!(Pin::new(outcome).poll(cx));
        self.outcome = None;
        Poll::Ready(match outcome {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(Err(ChannelError::Aborted(error))),
            Err(_) => Some(Err(ChannelError::Dropped)),
        })
    }
}

/// Why the events of a channel ended early. The error in `Aborted` is its source and does not appear in its text.
#[derive(Debug)]
#[non_exhaustive]
pub enum ChannelError {
    /// The sender was dropped without [`finish`](EventSender::finish).
    Dropped,
    /// The sender [aborted](EventSender::abort) the body with this error.
    Aborted(Box<dyn StdError + Send + Sync>),
}

impl fmt::Display for ChannelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dropped => f.write_str("the sender was dropped before it finished the body"),
            Self::Aborted(_) => f.write_str("the sender aborted the body"),
        }
    }
}

impl StdError for ChannelError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Dropped => None,
            Self::Aborted(error) => Some(&**error),
        }
    }
}

/// An event cannot be sent, because its body has been dropped or has ended: the client has disconnected, or a
/// terminal event was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendError(());

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body has been dropped or has ended")
    }
}

impl StdError for SendError {}
