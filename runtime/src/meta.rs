//! The metadata of an event: its ID and reconnection time.

use std::time::Duration;

use crate::event::SseEvent;
use crate::raw::RawEvent;

/// The metadata of an event: its last event ID and reconnection time.
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
/// An event without an ID inherits the ID of the event before it. [`reset_id`](Self::reset_id) clears the inherited
/// ID, so that a client does not send it when it reconnects:
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
    /// The last event ID at the time of the event: `None` if the stream has not set one, `Some("")` if the stream has
    /// reset it.
    pub id: Option<String>,
    /// The last reconnection time received since the previous event.
    pub retry: Option<Duration>,
}

impl EventMeta {
    /// The same metadata with a last event ID; `""` is the same as [`reset_id`](Self::reset_id).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same metadata with an empty `id:` line: from this event on the stream has no last event ID (HTML standard,
    /// 9.2.6 "Interpreting an event stream").
    #[must_use]
    pub fn reset_id(self) -> Self {
        self.with_id("")
    }

    /// The same metadata with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
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

/// An event with its metadata, as `with_meta()` yields it, has the names of the event.
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
