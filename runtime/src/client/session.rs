//! What the events of one stream come to and when it ends, without I/O: the rules that the async streams and the
//! blocking reader share.

use std::ops::ControlFlow;

use super::error::StreamError;
use crate::decode::{DecodeEventOwned, Decoded};
use crate::error::ErrorKind;
use crate::raw::RawEvent;
use crate::wire::decoder::Frame;

/// What a typed stream yields.
pub(crate) type Item<T, E> = Result<T, StreamError<E>>;

/// How far a typed stream is.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) skip_unknown: bool,
    /// An `error` event came: the server has said why the stream stops early.
    error_reported: bool,
    ended: bool,
}

/// What a source of raw events gives.
#[cfg_attr(
    not(feature = "stream"),
    allow(unreachable_pub, reason = "the trait `Source` is what names it outside")
)]
pub enum SourceItem<'a, E> {
    /// An event, lent: it is decoded in place and never queued.
    Event(RawEvent<'a>),
    /// An event outgrew the limit.
    TooLarge { limit: usize },
    /// The transport failed.
    Transport(E),
    /// The input ended inside an event.
    Truncated,
    /// The input ended.
    End,
}

impl<'a, E> From<&'a Frame> for SourceItem<'a, E> {
    fn from(frame: &'a Frame) -> Self {
        match frame {
            Frame::Event(event) => Self::Event(event.as_raw_event()),
            Frame::TooLarge { limit } => Self::TooLarge { limit: *limit },
        }
    }
}

impl Session {
    /// Whether the stream is over: its transport is then asked no more.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// What the stream yields for what its source gave, unless that is passed over. `map_event` makes the item of the
    /// event and its raw event.
    ///
    /// Events may be large: one is decoded here, where the item is made, so that it is moved as little as can be.
    pub(crate) fn advance<T: DecodeEventOwned, U, E>(
        &mut self,
        given: SourceItem<'_, E>,
        map_event: impl FnOnce(T, RawEvent<'_>) -> U,
    ) -> ControlFlow<Option<Item<U, E>>> {
        let raw = match given {
            SourceItem::Event(raw) => raw,
            SourceItem::TooLarge { limit } => {
                return ControlFlow::Break(Some(Err(StreamError::TooLarge { limit })));
            }
            SourceItem::Transport(error) => {
                self.ended = true;
                return ControlFlow::Break(Some(Err(StreamError::Transport(error))));
            }
            SourceItem::Truncated => return self.end(false),
            SourceItem::End => return self.end(!T::HAS_END),
        };
        // The stream ends after whichever variant took the sentinel.
        self.ended = T::END == Some(raw.data);
        match T::decode(raw) {
            Ok(Decoded::Event(event)) => {
                self.ended |= event.is_terminal();
                self.error_reported |= event.is_error();
                return ControlFlow::Break(Some(Ok(map_event(event, raw))));
            }
            Ok(Decoded::Ignored) => {}
            Ok(Decoded::End) => self.ended = true,
            Err(error) if self.skip_unknown && error.kind() == ErrorKind::UnknownEvent => {}
            Err(error) => return ControlFlow::Break(Some(Err(StreamError::Decode(error)))),
        }
        if self.ended { ControlFlow::Break(None) } else { ControlFlow::Continue(()) }
    }

    /// The end of the input; without the declared end it is a truncation, unless the server has said why.
    fn end<U, E>(&mut self, complete: bool) -> ControlFlow<Option<Item<U, E>>> {
        self.ended = true;
        let truncated = !complete && !self.error_reported;
        ControlFlow::Break(truncated.then_some(Err(StreamError::Truncated)))
    }
}
