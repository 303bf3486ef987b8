//! The processing model of an `EventSource` (HTML standard, 9.2.3).

use std::ops::ControlFlow;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use futures_core::stream::FusedStream;

use super::attempt::Attempt;
use super::backoff::LONGEST;
use super::connection::Connection;
use super::error::{EventSourceError, LostConnection};
use super::response::{Refused, Response};
use super::{EventSource, State};
use crate::client::ending::{Item, SourceItem};
use crate::client::silence::Exceeded;
use crate::client::stream::poll_budget::Budget;
use crate::client::stream::source::{BoxSource, Source as _};
use crate::client::stream::typed::TypedStream;
use crate::decode::DecodeEventOwned;
use crate::error::stream::StreamError;
use crate::raw::RawEvent;
use crate::wire::decoder::Decoder;

/// The result of one step of an open connection.
enum Step<U> {
    /// The same result as for a stream over one connection.
    Session(ControlFlow<Option<Item<U, EventSourceError>>>),
    Lost(LostConnection),
}

impl<T: DecodeEventOwned> EventSource<T> {
    /// Makes a request.
    fn connect(&mut self) -> Result<(), EventSourceError> {
        let attempt = Attempt::new(self.attempts + 1, self.last_event_id.as_deref())?;
        self.attempts += 1;
        self.has_event = false;
        self.silence.restart();
        self.state = State::Connecting((self.connect)(attempt));
        Ok(())
    }

    /// Opens the stream of a response, if it is an event stream.
    fn accept(&mut self, response: Response) -> Result<(), LostConnection> {
        if !response.is_event_stream() {
            if let Some(unavailable) = self.options.unavailable(response.status, &response.headers) {
                return Err(unavailable);
            }
            self.state = State::Refused(Refused::new(response, &self.timer));
            return Ok(());
        }
        let mut decoder = Decoder::new();
        if let Some(bytes) = self.options.max_event_size {
            decoder.set_limit(bytes);
        }
        decoder.set_last_event_id(self.last_event_id.as_deref().unwrap_or_default());
        let Response { status, headers, body } = response;
        self.options.report(&Connection::Opened { status, headers: &headers });
        self.state = State::Open(BoxSource::new(body, decoder));
        Ok(())
    }

    /// Closes the connection and keeps its ID, reconnection time and counters.
    fn disconnect(&mut self, next: State) {
        if let State::Open(source) = std::mem::replace(&mut self.state, next) {
            self.last_event_id = source.last_event_id().map(str::to_owned);
            self.retry = source.retry().or(self.retry);
            self.read += source.counters();
        }
    }

    /// Ends the stream with this error as the last item.
    fn fail<U>(&mut self, error: EventSourceError) -> Item<U, EventSourceError> {
        self.disconnect(State::Closed);
        self.session.give_up();
        Err(StreamError::Transport(error))
    }

    /// Waits for the next connection, or returns the last item.
    fn reconnect<U>(&mut self, cause: LostConnection) -> ControlFlow<Option<Item<U, EventSourceError>>> {
        // A complete stream must not be requested again.
        if !self.options.repeats() || self.session.completed() {
            return ControlFlow::Break(self.end(cause));
        }
        self.disconnect(State::Idle);
        if self.has_event {
            (self.retries, self.failing_since) = (0, None);
        }
        let requested = match cause {
            LostConnection::Unavailable { retry_after, .. } => retry_after.unwrap_or_default().min(LONGEST),
            _ => Duration::ZERO,
        };
        let at_least = self.retry.unwrap_or(self.options.reconnection_time).max(requested);
        let retry_in = self.options.backoff.delay(at_least, self.retries);
        let now = self.timer.now();
        let elapsed = now.saturating_duration_since(*self.failing_since.get_or_insert(now));
        let retries = self.retries;
        if self.options.max_retries.is_some_and(|max| retries >= max)
            || self.options.max_elapsed.is_some_and(|max| elapsed.saturating_add(retry_in) > max)
        {
            return ControlFlow::Break(Some(self.fail(EventSourceError::GaveUp { retries, cause })));
        }
        self.retries = retries.saturating_add(1);
        self.options.report(&Connection::Lost { cause: &cause, retry_in, retries: self.retries });
        if !retry_in.is_zero() {
            self.state = State::Waiting(self.timer.sleep(retry_in));
        }
        ControlFlow::Continue(())
    }

    /// The last item of a source that makes only one connection: the same as for a stream over one connection.
    fn end<U>(&mut self, cause: LostConnection) -> Option<Item<U, EventSourceError>> {
        let exceeded = match cause {
            LostConnection::Ended | LostConnection::Truncated => {
                self.disconnect(State::Closed);
                return self.session.end_of_input(matches!(cause, LostConnection::Ended));
            }
            LostConnection::ByteTimeout { limit } => Exceeded::Bytes(limit),
            LostConnection::EventTimeout { limit } => Exceeded::Events(limit),
            cause => return Some(self.fail(EventSourceError::Lost(cause))),
        };
        self.disconnect(State::Closed);
        self.session.give_up();
        Some(Err(exceeded.into()))
    }
}

impl From<Exceeded> for LostConnection {
    fn from(exceeded: Exceeded) -> Self {
        match exceeded {
            Exceeded::Bytes(limit) => Self::ByteTimeout { limit },
            Exceeded::Events(limit) => Self::EventTimeout { limit },
        }
    }
}

impl<T: DecodeEventOwned> TypedStream for EventSource<T> {
    type Event = T;
    type Error = StreamError<EventSourceError>;

    fn poll_item<U>(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        map_event: impl Fn(T, RawEvent<'_>) -> U,
    ) -> Poll<Option<Result<U, Self::Error>>> {
        let this = self.get_mut();
        let mut budget = Budget::new();
        loop {
            let lost = match &mut this.state {
                State::Closed => return Poll::Ready(None),
                State::Refused(refused) => {
                    let response = ready!(refused.poll(cx));
                    return Poll::Ready(Some(this.fail(EventSourceError::Response(Box::new(response)))));
                }
                State::Waiting(sleep) => {
                    ready!(sleep.poll(cx));
                    this.state = State::Idle;
                    continue;
                }
                State::Idle => {
                    ready!(budget.poll_step(cx));
                    match this.connect() {
                        Ok(()) => continue,
                        Err(error) => return Poll::Ready(Some(this.fail(error))),
                    }
                }
                State::Connecting(response) => match response.as_mut().poll(cx) {
                    Poll::Ready(Ok(response)) => match this.accept(response) {
                        Ok(()) => continue,
                        Err(lost) => lost,
                    },
                    Poll::Ready(Err(error)) => LostConnection::Request(error),
                    Poll::Pending => ready!(this.silence.poll_exceeded(cx, 0)).into(),
                },
                State::Open(source) => {
                    let (session, has_event) = (&mut this.session, &mut this.has_event);
                    let polled = Pin::new(&mut *source).poll_event(cx, &mut budget, |given| {
                        let given = match given {
                            SourceItem::Event(raw) => SourceItem::Event(raw),
                            SourceItem::Last(raw) => SourceItem::Last(raw),
                            SourceItem::TooLarge { limit } => SourceItem::TooLarge { limit },
                            SourceItem::Transport(error) => return Step::Lost(LostConnection::Body(error)),
                            SourceItem::End if session.completed() => SourceItem::End,
                            SourceItem::End if !T::HAS_END => return Step::Lost(LostConnection::Ended),
                            SourceItem::End | SourceItem::Truncated => {
                                return Step::Lost(LostConnection::Truncated);
                            }
                        };
                        Step::Session(session.advance(given, |event: T, raw| {
                            // A connection that only delivers `error` events does not count as working.
                            *has_event |= !event.is_error();
                            map_event(event, raw)
                        }))
                    });
                    match polled {
                        Poll::Ready(Step::Session(ControlFlow::Continue(()))) => continue,
                        Poll::Ready(Step::Session(ControlFlow::Break(item))) => {
                            this.silence.record_event();
                            if this.session.ended() {
                                this.disconnect(State::Closed);
                            }
                            return Poll::Ready(item);
                        }
                        Poll::Ready(Step::Lost(lost)) => lost,
                        Poll::Pending => {
                            let read = source.counters().bytes;
                            ready!(this.silence.poll_exceeded(cx, read)).into()
                        }
                    }
                }
            };
            if let ControlFlow::Break(item) = this.reconnect(lost) {
                return Poll::Ready(item);
            }
        }
    }

    fn ended(&self) -> bool {
        matches!(self.state, State::Closed)
    }
}

impl<T: DecodeEventOwned> Stream for EventSource<T> {
    type Item = Item<T, EventSourceError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx, |event, _| event)
    }
}

impl<T: DecodeEventOwned> FusedStream for EventSource<T> {
    fn is_terminated(&self) -> bool {
        self.ended()
    }
}
