//! Writing events: the body of an event stream response, and its integration with web frameworks.
//!
//! [`EventBody`] is also at the root of the crate.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum-08")]
mod axum;
pub(crate) mod block;
#[cfg(any(feature = "actix-web", feature = "http-body"))]
pub(crate) mod bounds;
#[cfg(feature = "tokio")]
mod channel;
mod error;
#[cfg(feature = "http-body")]
mod http_body;
pub(crate) mod item;
mod keep_alive;
mod last_event_id;
#[cfg(feature = "tokio")]
mod tokio;
mod until;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::stream::{FusedStream, Stream};
use pin_project_lite::pin_project;

pub use block::Block;
use block::BodyBlock;
#[cfg(feature = "tokio")]
pub use channel::{ChannelError, EventReceiver, EventSender, SendError};
pub use error::BodyError;
use item::BodyItem;
pub use last_event_id::{InvalidLastEventId, LastEventId};

use block::Rest;
use keep_alive::KeepAlive;
use until::Until;

use crate::raw::RawEvent;
use crate::wire::comment::Comment;

/// The headers of an event stream: its media type, `no-cache`, and a header that turns off buffering in nginx.
///
/// In lower case, as HTTP/2 requires. For frameworks that this crate has no feature for.
pub const EVENT_STREAM_HEADERS: &[(&str, &str)] =
    &[("content-type", "text/event-stream"), ("cache-control", "no-cache"), ("x-accel-buffering", "no")];

pin_project! {
    #[doc = include_str!("body.md")]
    #[must_use = "a body does nothing unless it is sent"]
    pub struct EventBody<S, E = <<S as Stream>::Item as BodyItem>::Error> {
        #[pin]
        events: S,
        keep_alive: KeepAlive,
        until: Until,
        buffer: BytesMut,
        state: State<E>,
    }
}

/// The number of polls that return `Pending` before a failed body yields its error.
///
/// When a body fails, hyper and actix drop everything that they have not sent: events from the same poll, and the
/// response's head. They flush when the body is pending. A middleware that encodes the body flushes too, and its
/// output is new to the server: each layer needs one pending poll.
const FLUSHES: u8 = 4;

enum State<E> {
    Open,
    /// The terminal event was sent, and the sentinel must follow.
    Complete,
    /// The body yields the error after it has been pending this many times.
    Failed(BodyError<E>, u8),
    Ended,
}

impl<S, E> EventBody<S, E> {
    /// Whether everything was sent, or the body has yielded its error.
    pub(crate) fn ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }
}

// The bound is a trait of this crate, and the struct has no bound: so the compiler reports a stream of plain events
// with our message, once.
impl<S, E> EventBody<S, E>
where
    S: Stream<Item: BodyItem<Event: BodyBlock, Error = E>>,
{
    /// Makes a body from a stream of events or of [blocks](Block).
    pub fn new(events: S) -> Self {
        Self {
            events,
            keep_alive: KeepAlive::default(),
            until: Until::default(),
            buffer: BytesMut::new(),
            state: State::Open,
        }
    }
}

impl<S, T, E> EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: BodyBlock,
{
    /// The bytes of the next block, or of the sentinel.
    fn poll_block(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError<E>>>> {
        let mut this = self.project();
        // An empty chunk would end a chunked body, so a block without lines is skipped.
        while this.buffer.is_empty() {
            let next = match this.state {
                State::Open if this.until.is_over(cx) => {
                    *this.state = State::Ended;
                    return Poll::Ready(None);
                }
                State::Open => ready!(this.events.as_mut().poll_next(cx)),
                _ => None,
            };
            let written = match next {
                Some(Ok(block)) => block.write_block(this.buffer).map(|rest| match rest {
                    Rest::Open => {}
                    Rest::Sentinel => *this.state = State::Complete,
                    Rest::Nothing => *this.state = State::Ended,
                }),
                Some(Err(error)) => return Poll::Ready(Some(Err(BodyError::Source(error)))),
                None => {
                    *this.state = State::Ended;
                    match T::SENTINEL {
                        Some(end) => RawEvent::new("", end).to_wire().map(|wire| wire.write_to(this.buffer)),
                        None => return Poll::Ready(None),
                    }
                }
            };
            if let Err(error) = written {
                return Poll::Ready(Some(Err(BodyError::Encode(error))));
            }
        }
        Poll::Ready(Some(Ok(this.buffer.split().freeze())))
    }
}

impl<S, T, E> Stream for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: BodyBlock,
{
    type Item = Result<Bytes, BodyError<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let State::Failed(_, flushes @ 1..) = self.as_mut().project().state {
            *flushes -= 1;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        if matches!(self.state, State::Failed(..) | State::Ended) {
            return match std::mem::replace(self.project().state, State::Ended) {
                State::Failed(error, _) => Poll::Ready(Some(Err(error))),
                _ => Poll::Ready(None),
            };
        }
        match self.as_mut().poll_block(cx) {
            Poll::Ready(Some(Err(error))) => {
                *self.as_mut().project().state = State::Failed(error, FLUSHES);
                self.poll_next(cx)
            }
            Poll::Ready(item) => {
                self.project().keep_alive.record_activity();
                Poll::Ready(item)
            }
            Poll::Pending => {
                let this = self.project();
                this.keep_alive.poll_due(cx).map(|()| {
                    Comment::KEEP_ALIVE.write_to(this.buffer);
                    Some(Ok(this.buffer.split().freeze()))
                })
            }
        }
    }
}

impl<S, T, E> FusedStream for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: BodyBlock,
{
    fn is_terminated(&self) -> bool {
        self.ended()
    }
}

impl<S, E> fmt::Debug for EventBody<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventBody").field("ended", &self.ended()).finish_non_exhaustive()
    }
}
