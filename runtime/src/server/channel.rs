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
    /// A body, and the sender of its events.
    ///
    /// The body is complete when the sender says so, by [`finish`](EventSender::finish) or a terminal event: only then is
    /// the sentinel sent. A sender that is dropped before, because its task panicked, returned early or was aborted,
    /// ends the body with an error, and the client learns that it does not have everything. The end of any other channel
    /// does not tell the two apart.
    ///
    /// Up to `capacity` events wait for the client (at least one does); then [`send`](EventSender::send) waits. The channel
    /// works on every runtime.
    ///
    /// ```
    /// use sse_event::channel::SendError;
    /// use sse_event::{EventBody, EventReceiver, RawEventBuf};
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
/// Dropped without [`finish`](Self::finish), it ends the body with an error. Several tasks may share it in an `Arc`.
#[derive(Debug)]
#[must_use = "a sender that is dropped ends the body with an error"]
pub struct EventSender<T> {
    blocks: mpsc::Sender<Block<T>>,
    outcome: oneshot::Sender<Result<(), BoxError>>,
}

impl<T> EventSender<T> {
    /// Sends an event, a [`Comment`](crate::Comment), an [`EventMeta`](crate::EventMeta), or a [`Block`]; waits while
    /// `capacity` of them wait already.
    ///
    /// # Errors
    /// The body is gone: the client has disconnected, or the body has ended, such as after a terminal event.
    pub async fn send(&self, block: impl Into<Block<T>>) -> Result<(), SendError> {
        self.blocks.send(block.into()).await.map_err(|_| SendError(()))
    }

    /// The body is complete: it ends after what was sent, with the sentinel where the events have one.
    pub fn finish(self) {
        // A body that is gone needs no end.
        let _ = self.outcome.send(Ok(()));
    }

    /// The body fails with this error after what was sent.
    pub fn abort(self, error: impl Into<Box<dyn StdError + Send + Sync>>) {
        let _ = self.outcome.send(Err(error.into()));
    }

    /// Waits until the body is gone; see [`send`](Self::send). For tasks that wait long between two events.
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

/// Why the events of a channel ended early. The error of `Aborted` is its source, and is not in its text.
#[derive(Debug)]
#[non_exhaustive]
pub enum ChannelError {
    /// The sender was dropped and had not finished.
    Dropped,
    /// The sender [aborted](EventSender::abort) the body with this error.
    Aborted(Box<dyn StdError + Send + Sync>),
}

impl fmt::Display for ChannelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dropped => f.write_str("the sender of the events was dropped before it had finished"),
            Self::Aborted(_) => f.write_str("the sender of the events has aborted them"),
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

/// An event cannot be sent, as its body is gone: the client has disconnected, or the body has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendError(());

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body that the event was sent to is gone")
    }
}

impl StdError for SendError {}
