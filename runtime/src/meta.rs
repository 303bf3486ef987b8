//! What comes with an event beside its name and data.

use std::time::Duration;

use crate::event::SseEvent;
use crate::raw::RawEvent;

/// What comes with an event beside its name and data.
///
/// A typed stream yields it with each event (`with_meta()`), and an event paired with it is encoded with its ID and
/// reconnection time:
///
/// ```
/// use sse_event::{EncodeEvent, EventMeta, RawEventBuf, SseEvent};
///
/// #[derive(SseEvent)]
/// #[sse(encode)]
/// enum Event {
///     #[event("ping")]
///     Ping,
/// }
///
/// # fn main() -> Result<(), sse_event::Error> {
/// let event = (Event::Ping, EventMeta::default().with_id("7")).encode()?;
/// assert_eq!(event, RawEventBuf::new("ping", "{}").with_id("7"));
/// # Ok(())
/// # }
/// ```
///
/// An event without an ID has the ID of the event before it. [`reset_id`](Self::reset_id) takes that ID back, so that a
/// client which reconnects does not send it any more:
///
/// ```
/// use sse_event::{EncodeEvent, EventMeta, RawEventBuf};
///
/// # fn main() -> Result<(), sse_event::Error> {
/// let event = (RawEventBuf::new("ping", "{}"), EventMeta::default().reset_id()).encode()?;
/// assert_eq!(event.to_wire()?.to_string(), "event: ping\nid: \ndata: {}\n\n");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EventMeta {
    /// The last event ID at the time of the event: `None` if the stream has not set one, `Some("")` if it has taken back
    /// the one that it had set.
    pub id: Option<String>,
    /// The last reconnection time received since the previous event.
    pub retry: Option<Duration>,
}

impl EventMeta {
    /// The same with a last event ID; `""` is [`reset_id`](Self::reset_id).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same with an `id:` line without a value: from this event on the stream has no last event ID (HTML standard,
    /// 9.2.6 "Interpreting an event stream").
    #[must_use]
    pub fn reset_id(self) -> Self {
        self.with_id("")
    }

    /// The same with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
    #[must_use]
    pub fn with_retry(mut self, retry: Duration) -> Self {
        self.retry = Some(retry);
        self
    }
}

impl From<RawEvent<'_>> for EventMeta {
    fn from(raw: RawEvent<'_>) -> Self {
        Self { id: raw.id.map(str::to_owned), retry: raw.retry }
    }
}

/// An event as `with_meta()` yields it is called what the event is called.
impl<T: SseEvent> SseEvent for (T, EventMeta) {
    const EVENT_TYPES: &'static [&'static str] = T::EVENT_TYPES;
    const END: Option<&'static str> = T::END;
    const HAS_END: bool = T::HAS_END;

    fn event_type(&self) -> &str {
        self.0.event_type()
    }

    fn static_event_type(&self) -> Option<&'static str> {
        self.0.static_event_type()
    }

    fn is_terminal(&self) -> bool {
        self.0.is_terminal()
    }

    fn is_complete(&self) -> bool {
        self.0.is_complete()
    }

    fn is_error(&self) -> bool {
        self.0.is_error()
    }
}
