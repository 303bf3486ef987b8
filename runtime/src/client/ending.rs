//! Stream state machine: items and termination, without I/O. The async streams and the blocking reader share it.

use std::ops::ControlFlow;

use super::counters::StreamCounters;
use crate::decode::{DecodeEventOwned, Decoded};
use crate::error::ErrorKind;
use crate::error::stream::StreamError;
use crate::raw::RawEvent;
use crate::wire::decoder::{Ending, Frame};
use crate::wire::position::WireCounters;

/// An item of a typed stream.
pub(crate) type Item<T, E> = Result<T, StreamError<E>>;

/// The state of a typed stream.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) options: Options,
    /// The server sent an `error` event, which explains why the stream stops early.
    error_reported: bool,
    /// The transport is not polled any more.
    ended: bool,
    /// The declared end was received, or the input ended between two events of a type that declares no end.
    completed: bool,
    ignored: u64,
    events: u64,
}

/// The options of a typed stream.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) skip_unknown: bool,
    /// The transport reconnects after an error.
    pub(crate) reconnects: bool,
    /// The end of the input between two events, before the declared end, is not an error.
    pub(crate) lenient_end: bool,
}

/// An item of a source of raw events.
#[cfg_attr(not(feature = "stream"), allow(unreachable_pub, reason = "only the trait `Source` exposes it"))]
pub enum SourceItem<'a, E> {
    /// A borrowed event: it is decoded in place and never queued.
    Event(RawEvent<'a>),
    /// An event exceeded the limit.
    TooLarge { limit: usize },
    /// The transport failed.
    Transport(E),
    /// The input ended with this event, which lacks its blank line.
    Last(RawEvent<'a>),
    /// The input ended inside an event.
    Truncated,
    /// The input ended.
    End,
}

impl<'a, E> From<&'a Frame<'_>> for SourceItem<'a, E> {
    fn from(frame: &'a Frame<'_>) -> Self {
        match frame {
            Frame::Event(event) => Self::Event(event.as_raw_event()),
            Frame::TooLarge { limit } => Self::TooLarge { limit: *limit },
        }
    }
}

impl<'a, E> From<&'a Ending> for SourceItem<'a, E> {
    fn from(ending: &'a Ending) -> Self {
        match ending {
            Ending::BetweenEvents => Self::End,
            Ending::Event(event) => Self::Last(event.as_raw_event()),
            Ending::InsideEvent => Self::Truncated,
        }
    }
}

impl Session {
    /// Whether the stream has ended; its transport is then not polled any more.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Whether the declared end was received: the end of the input is then not a truncation.
    #[cfg(feature = "event-source")]
    pub(crate) fn completed(&self) -> bool {
        self.completed
    }

    /// Whether the stream has ended and is complete.
    pub(crate) fn is_complete(&self) -> bool {
        self.ended && self.completed
    }

    /// Ends the stream before its input ends.
    pub(crate) fn give_up(&mut self) {
        (self.ended, self.completed) = (true, false);
    }

    pub(crate) fn counters(&self, wire: WireCounters) -> StreamCounters {
        StreamCounters {
            bytes: wire.bytes,
            comments: wire.comments,
            ignored: self.ignored,
            events: self.events,
        }
    }

    /// The stream's item for an item of the source; `None` if it is skipped. `map_event` makes the item from the
    /// event and its raw event.
    ///
    /// Events may be large, so an event is decoded where the item is made, which avoids moves.
    pub(crate) fn advance<T: DecodeEventOwned, U, E>(
        &mut self,
        given: SourceItem<'_, E>,
        map_event: impl FnOnce(T, RawEvent<'_>) -> U,
    ) -> ControlFlow<Option<Item<U, E>>> {
        let raw = match given {
            SourceItem::Event(raw) => raw,
            SourceItem::Last(raw) => {
                self.ended = true;
                self.completed |= !T::HAS_END;
                raw
            }
            SourceItem::TooLarge { limit } => {
                return ControlFlow::Break(Some(Err(StreamError::TooLarge { limit })));
            }
            SourceItem::Transport(error) => {
                if !self.options.reconnects {
                    self.give_up();
                }
                return ControlFlow::Break(Some(Err(StreamError::Transport(error))));
            }
            SourceItem::Truncated => return ControlFlow::Break(self.end_of_input(false)),
            SourceItem::End => {
                let is_complete = self.completed || !T::HAS_END;
                if self.options.lenient_end && !is_complete {
                    self.give_up();
                    return ControlFlow::Break(None);
                }
                return ControlFlow::Break(self.end_of_input(is_complete));
            }
        };
        // The sentinel ends the stream, whatever variant it decodes to.
        if T::END == Some(raw.data) {
            (self.ended, self.completed) = (true, true);
        }
        match T::decode(raw) {
            Ok(Decoded::Event(event)) => {
                let is_terminal = event.is_terminal();
                self.ended |= is_terminal;
                self.completed |= is_terminal || event.is_complete();
                self.error_reported |= event.is_error();
                self.events += 1;
                return ControlFlow::Break(Some(Ok(map_event(event, raw))));
            }
            Ok(Decoded::Ignored) => self.ignored += 1,
            Ok(Decoded::End) => (self.ended, self.completed) = (true, true),
            Err(error) if self.options.skip_unknown && error.kind() == ErrorKind::UnknownEvent => {
                self.ignored += 1;
            }
            Err(error) => return ControlFlow::Break(Some(Err(StreamError::Decode(error)))),
        }
        if self.ended() { ControlFlow::Break(None) } else { ControlFlow::Continue(()) }
    }

    /// The end of the input is a truncation if it is too early, unless the server sent an `error` event.
    pub(crate) fn end_of_input<U, E>(&mut self, is_complete: bool) -> Option<Item<U, E>> {
        (self.ended, self.completed) = (true, is_complete);
        let is_truncated = !is_complete && !self.error_reported;
        is_truncated.then_some(Err(StreamError::Truncated))
    }
}
