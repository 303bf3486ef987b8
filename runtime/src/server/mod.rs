//! Events out: the body of a response that is an event stream, and the frameworks that send it.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum-08")]
mod axum;
mod error;
#[cfg(feature = "http-body")]
mod http_body;
mod item;
mod keep_alive;
#[cfg(feature = "tokio")]
mod tokio;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::stream::{FusedStream, Stream};
use pin_project_lite::pin_project;

pub use error::BodyError;
pub use item::BodyItem;
use keep_alive::KeepAlive;

use crate::encode::EncodeEvent;
use crate::encode::writer::WireWriter;
use crate::raw::RawEvent;
use crate::wire::comment::Comment;

/// The headers that an event stream is served with: its media type, that it is not to be cached, and that nginx is not
/// to hold it back in a buffer.
///
/// In lower case, as HTTP/2 wants them. For frameworks that have no feature of this crate.
pub const EVENT_STREAM_HEADERS: &[(&str, &str)] =
    &[("content-type", "text/event-stream"), ("cache-control", "no-cache"), ("x-accel-buffering", "no")];

pin_project! {
    #[doc = include_str!("body.md")]
    #[must_use = "a body does nothing unless it is sent"]
    pub struct EventBody<S, E = <<S as Stream>::Item as BodyItem>::Error> {
        #[pin]
        events: S,
        keep_alive: KeepAlive,
        buffer: BytesMut,
        state: State<E>,
    }
}

enum State<E> {
    Open,
    /// The terminal event was sent, and the sentinel is due.
    Complete,
    /// It says so when it is polled the next time. First it has nothing to give once: hyper and actix then flush, and
    /// they drop what they hold when a body fails, events that came at once with the failure and the response's head.
    Failed(BodyError<E>),
    Ended,
}

impl<S, E> EventBody<S, E> {
    /// Whether everything was sent, or the body has failed and has said so.
    pub(crate) fn ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }
}

// Bounded by a trait of ours, and the type by none: so the compiler names a stream of plain events in our words, once.
impl<S, E> EventBody<S, E>
where
    S: Stream<Item: BodyItem<Event: EncodeEvent, Error = E>>,
{
    /// The body of these events.
    pub fn new(events: S) -> Self {
        Self { events, keep_alive: KeepAlive::default(), buffer: BytesMut::new(), state: State::Open }
    }
}

impl<S, T, E> EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
{
    /// The next event's bytes, or the sentinel's.
    fn poll_event(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError<E>>>> {
        let this = self.project();
        let next = match this.state {
            State::Open => ready!(this.events.poll_next(cx)),
            _ => None,
        };
        let written = match next {
            Some(Ok(event)) => event.encode_to(WireWriter::new(this.buffer, T::END)).map(|is_end| {
                if is_end || (event.is_terminal() && T::END.is_none()) {
                    *this.state = State::Ended;
                } else if event.is_terminal() {
                    *this.state = State::Complete;
                }
            }),
            Some(Err(error)) => return Poll::Ready(Some(Err(BodyError::Source(error)))),
            None => {
                *this.state = State::Ended;
                match T::END {
                    Some(end) => RawEvent::new("", end).to_wire().map(|wire| wire.write_to(this.buffer)),
                    None => return Poll::Ready(None),
                }
            }
        };
        let bytes = written.map(|()| this.buffer.split().freeze());
        Poll::Ready(Some(bytes.map_err(BodyError::Encode)))
    }
}

impl<S, T, E> Stream for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
{
    type Item = Result<Bytes, BodyError<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if matches!(self.state, State::Failed(_) | State::Ended) {
            return match std::mem::replace(self.project().state, State::Ended) {
                State::Failed(error) => Poll::Ready(Some(Err(error))),
                _ => Poll::Ready(None),
            };
        }
        match self.as_mut().poll_event(cx) {
            Poll::Ready(Some(Err(error))) => {
                *self.project().state = State::Failed(error);
                cx.waker().wake_by_ref();
                Poll::Pending
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
    T: EncodeEvent,
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
