//! What the events of one stream come to and when it ends, without I/O: the rules that the async streams and the
//! blocking reader share.

mod error;
mod meta;

use std::ops::ControlFlow;

pub use error::{EventError, StreamError};
pub use meta::EventMeta;

use crate::{DecodeEventOwned, Decoded, Error, ErrorKind, RawEvent, SseEvent};

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

/// What one raw event came to.
pub(crate) struct Step<T, M> {
    outcome: Result<Decoded<T>, Error>,
    meta: M,
    /// Its data was the sentinel: the stream ends after whichever variant took it.
    sentinel: bool,
}

impl<T: DecodeEventOwned, M> Step<T, M> {
    /// Decodes the event, and keeps what `meta` reads off it.
    pub(crate) fn new(raw: RawEvent<'_>, meta: impl FnOnce(RawEvent<'_>) -> M) -> Self {
        Self { outcome: T::decode(raw), meta: meta(raw), sentinel: T::END == Some(raw.data) }
    }
}

impl Session {
    /// Whether the stream is over: its transport is then asked no more.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// What the stream yields for what its source gave (`None` at the end of the input), unless that is passed
    /// over.
    pub(crate) fn advance<T: SseEvent, M, E>(
        &mut self,
        given: Option<Item<Step<T, M>, E>>,
    ) -> ControlFlow<Option<Item<(T, M), E>>> {
        let step = match given {
            Some(Ok(step)) => step,
            Some(Err(error @ StreamError::TooLarge { .. })) => return ControlFlow::Break(Some(Err(error))),
            Some(Err(error @ StreamError::Transport(_))) => {
                self.ended = true;
                return ControlFlow::Break(Some(Err(error)));
            }
            cut => {
                self.ended = true;
                let complete = cut.is_none() && !T::DECLARES_END;
                let truncated = !complete && !self.error_reported;
                return ControlFlow::Break(truncated.then_some(Err(StreamError::Truncated)));
            }
        };
        self.ended = step.sentinel;
        let item = match step.outcome {
            Ok(Decoded::Event(event)) => {
                self.ended |= event.is_terminal();
                self.error_reported |= event.is_error();
                Some(Ok((event, step.meta)))
            }
            Ok(Decoded::Ignored) => None,
            Ok(Decoded::End) => {
                self.ended = true;
                None
            }
            Err(error) if self.skip_unknown && error.kind() == ErrorKind::UnknownEvent => None,
            Err(error) => Some(Err(StreamError::Decode(error))),
        };
        match item {
            None if !self.ended => ControlFlow::Continue(()),
            item => ControlFlow::Break(item),
        }
    }
}
