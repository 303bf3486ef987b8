//! The body of a response that is an event stream: typed events to bytes.

mod error;
#[cfg(feature = "tokio")]
mod every;
mod keep_alive;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::stream::{FusedStream, Stream, TryStream};
use pin_project_lite::pin_project;

pub use error::BodyError;
use keep_alive::KeepAlive;

use crate::wire::WireWriter;
use crate::{Comment, EncodeEvent, RawEvent};

/// The headers that an event stream is served with: its media type, that it is not to be cached, and that nginx is not
/// to hold it back in a buffer.
///
/// In lower case, as HTTP/2 wants them. For frameworks that have no feature of this crate.
pub const EVENT_STREAM_HEADERS: [(&str, &str); 3] =
    [("content-type", "text/event-stream"), ("cache-control", "no-cache"), ("x-accel-buffering", "no")];

pin_project! {
    /// The body of a response that is an event stream, from a stream of events.
    ///
    /// It is a `Stream<Item = Result<Bytes, BodyError<E>>>`, an event a chunk, for every framework that takes one. With
    /// the features of this crate it is a response by itself: return it from a handler of `axum` (`axum-08`) or
    /// `actix-web`, or hand it to hyper as an `http_body::Body` (`http-body`). The first two set the
    /// [headers](EVENT_STREAM_HEADERS); elsewhere set them yourself.
    ///
    /// - Every event has an `event:` line (unless `line = false`) and a `data:` line, whatever the data.
    /// - After the last event comes the sentinel (`end = "[DONE]"`), unless the last event's data was it.
    /// - An error of the stream, and an event that cannot be encoded, end the body with an error: the server
    ///   breaks the connection off, and the client learns that it has not got everything.
    /// - While nothing happens, keep-alive comments are sent; see [`keep_alive`](Self::keep_alive).
    ///
    /// An item is a `Result` of an event, as in axum; `events.map(Ok::<_, Infallible>)` makes it of one that cannot
    /// fail, and where a framework refuses a `Box<dyn Error + Send + Sync>`, as that is no `Error`,
    /// `events.map_err(io::Error::other)` makes it one. For an ID or a reconnection time an event is paired with its
    /// [`EventMeta`](crate::EventMeta).
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use futures_util::{TryStreamExt as _, stream};
    /// use sse_event::{EventBody, EventMeta, SseEvent};
    ///
    /// #[derive(SseEvent)]
    /// #[sse(encode_only, end = "[DONE]")]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta { text: String },
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let event = (Event::Delta { text: "Hi".into() }, EventMeta::default().with_id("7"));
    /// let body = EventBody::new(stream::iter([Ok::<_, Infallible>(event)]));
    /// let bytes: Vec<u8> = body.map_ok(Vec::from).try_concat().await?;
    /// assert_eq!(bytes, b"event: delta\nid: 7\ndata: {\"text\":\"Hi\"}\n\ndata: [DONE]\n\n");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "a body does nothing unless it is sent"]
    pub struct EventBody<S>
    where
        S: TryStream,
    {
        #[pin]
        events: S,
        keep_alive: KeepAlive,
        buffer: BytesMut,
        state: State<S::Error>,
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

impl<S: TryStream> EventBody<S> {
    /// Whether everything was sent, or the body has failed and has said so.
    pub(crate) fn ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }
}

impl<S, T, E> EventBody<S>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
{
    /// The body of these events.
    pub fn new(events: S) -> Self {
        Self { events, keep_alive: KeepAlive::default(), buffer: BytesMut::new(), state: State::Open }
    }

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

impl<S, T, E> Stream for EventBody<S>
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
                self.project().keep_alive.sent();
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

impl<S, T, E> FusedStream for EventBody<S>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
{
    fn is_terminated(&self) -> bool {
        self.ended()
    }
}

impl<S: TryStream> fmt::Debug for EventBody<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventBody").field("ended", &self.ended()).finish_non_exhaustive()
    }
}
