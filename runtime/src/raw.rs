//! One dispatched event, untyped: borrowed, owned, and whatever another parser hands over.

use std::hash::{Hash, Hasher};
use std::time::Duration;

/// The name of an event without an `event:` line (HTML standard, 9.2.6 "Interpreting an event stream").
pub(crate) const MESSAGE: &str = "message";

/// One dispatched event, borrowed and untyped.
///
/// It holds what a conforming parser gives at the blank line that ends an event (HTML standard, 9.2.6
/// "Interpreting an event stream"). A missing `event:` line is the name `""` or `"message"`; the two are the
/// same event, for equality and hashing too.
///
/// ```
/// use sse_event::RawEvent;
///
/// let raw = RawEvent::new("thread.created", r#"{"id":"thread_1"}"#).with_id("7");
/// assert_eq!((raw.event, raw.id), ("thread.created", Some("7")));
/// assert_eq!(RawEvent::new("", "hi"), RawEvent::new("message", "hi"));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct RawEvent<'a> {
    /// The event's name as it came: the `event:` line, `""` or `"message"` without one.
    pub event: &'a str,
    /// The event's data: its `data:` lines joined with line feeds.
    pub data: &'a str,
    /// The last event ID at the time of this event, `None` if it is the empty string.
    pub id: Option<&'a str>,
    /// The last reconnection time received since the previous event.
    pub retry: Option<Duration>,
}

impl<'a> RawEvent<'a> {
    /// An event with a name (`""` for none) and data, without id and reconnection time.
    #[must_use]
    pub const fn new(event: &'a str, data: &'a str) -> Self {
        Self { event, data, id: None, retry: None }
    }

    /// The same event with a last event ID (`""` for none).
    #[must_use]
    pub const fn with_id(mut self, id: &'a str) -> Self {
        self.id = if id.is_empty() { None } else { Some(id) };
        self
    }

    /// The same event with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
    #[must_use]
    pub const fn with_retry(mut self, retry: Duration) -> Self {
        self.retry = Some(retry);
        self
    }

    /// The name as the standard counts it: `"message"` where no `event:` line named the event.
    ///
    /// ```
    /// assert_eq!(sse_event::RawEvent::new("", "hi").event_type(), "message");
    /// ```
    #[must_use]
    pub const fn event_type(&self) -> &'a str {
        if self.event.is_empty() { MESSAGE } else { self.event }
    }

    /// The owned twin. Copies exactly the bytes of the event.
    #[must_use]
    pub fn to_buf(&self) -> RawEventBuf {
        RawEventBuf {
            event: self.event.to_owned(),
            data: self.data.to_owned(),
            id: self.id.map(str::to_owned),
            retry: self.retry,
        }
    }

    /// The name that the `event:` line gave, if it named anything but the default.
    #[inline]
    pub(crate) fn line_name(&self) -> Option<&'a str> {
        (!self.event.is_empty() && self.event != MESSAGE).then_some(self.event)
    }
}

impl PartialEq for RawEvent<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.event_type() == other.event_type()
            && self.data == other.data
            && self.id == other.id
            && self.retry == other.retry
    }
}

impl Eq for RawEvent<'_> {}

impl Hash for RawEvent<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.event_type(), self.data, self.id, self.retry).hash(state);
    }
}

/// One dispatched event, owned and untyped: the natural payload of an `other` variant.
///
/// ```
/// use sse_event::RawEventBuf;
///
/// let event = RawEventBuf::new("thread.archived", "{}");
/// assert_eq!(event.as_raw().to_buf(), event);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RawEventBuf {
    /// The event's name as it came: the `event:` line, `""` or `"message"` without one.
    pub event: String,
    /// The event's data: its `data:` lines joined with line feeds.
    pub data: String,
    /// The last event ID at the time of this event, `None` if it is the empty string.
    pub id: Option<String>,
    /// The last reconnection time received since the previous event.
    pub retry: Option<Duration>,
}

impl RawEventBuf {
    /// An event with a name (`""` for none) and data, without id and reconnection time.
    #[must_use]
    pub fn new(event: impl Into<String>, data: impl Into<String>) -> Self {
        Self { event: event.into(), data: data.into(), id: None, retry: None }
    }

    /// The same event with a last event ID (`""` for none).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into()).filter(|id| !id.is_empty());
        self
    }

    /// The same event with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
    #[must_use]
    pub fn with_retry(mut self, retry: Duration) -> Self {
        self.retry = Some(retry);
        self
    }

    /// The borrowed twin, without a copy.
    #[must_use]
    pub fn as_raw(&self) -> RawEvent<'_> {
        RawEvent { event: &self.event, data: &self.data, id: self.id.as_deref(), retry: self.retry }
    }

    /// The name as the standard counts it: `"message"` where no `event:` line named the event.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.as_raw().event_type()
    }
}

impl PartialEq for RawEventBuf {
    fn eq(&self, other: &Self) -> bool {
        self.as_raw() == other.as_raw()
    }
}

impl Eq for RawEventBuf {}

impl Hash for RawEventBuf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_raw().hash(state);
    }
}

impl<'a> From<&'a RawEventBuf> for RawEvent<'a> {
    fn from(event: &'a RawEventBuf) -> Self {
        event.as_raw()
    }
}

impl From<RawEvent<'_>> for RawEventBuf {
    fn from(event: RawEvent<'_>) -> Self {
        event.to_buf()
    }
}

/// What a parser's item is seen as: an event, or nothing.
///
/// Implemented for the items of the parsers that have an adapter; implement it for yours, and
/// `decode_events` takes its streams.
///
/// ```
/// use sse_event::{AsRawEvent, RawEvent};
///
/// enum Item { Connected, Event { name: String, data: String } }
///
/// impl AsRawEvent for Item {
///     fn as_raw_event(&self) -> Option<RawEvent<'_>> {
///         match self {
///             Self::Connected => None,
///             Self::Event { name, data } => Some(RawEvent::new(name, data)),
///         }
///     }
/// }
/// # assert!(Item::Connected.as_raw_event().is_none());
/// # let event = Item::Event { name: "ping".into(), data: String::new() };
/// # assert_eq!(event.as_raw_event(), Some(RawEvent::new("ping", "")));
/// ```
pub trait AsRawEvent {
    /// The event, without a copy; `None` for an item that is no event (a connection opened, a comment, a bare
    /// `retry:`), which is passed over.
    fn as_raw_event(&self) -> Option<RawEvent<'_>>;

    /// The stream's last event ID from this item on: `""` resets it, `None` leaves it as it was.
    ///
    /// By default that of the event, as most parsers repeat the ID with every event. One that gives each block
    /// as it stands says here what the block's own `id:` line sets, also where the block is no event.
    fn sets_id(&self) -> Option<&str> {
        self.as_raw_event().map(|raw| raw.id.unwrap_or_default())
    }

    /// The stream's reconnection time from this item on; `None` leaves it as it was. By default the event's.
    fn sets_retry(&self) -> Option<Duration> {
        self.as_raw_event()?.retry
    }
}

impl AsRawEvent for RawEvent<'_> {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        Some(*self)
    }
}

impl AsRawEvent for RawEventBuf {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        Some(self.as_raw())
    }
}

/// A pointer to an item is seen as the item.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: AsRawEvent + ?Sized> AsRawEvent for $pointer {
            fn as_raw_event(&self) -> Option<RawEvent<'_>> {
                T::as_raw_event(self)
            }

            fn sets_id(&self) -> Option<&str> {
                T::sets_id(self)
            }

            fn sets_retry(&self) -> Option<Duration> {
                T::sets_retry(self)
            }
        }
    )*};
}

pointer!(&T Box<T>);

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_missing_name_and_message_are_the_same_event() {
        let (unnamed, message) = (RawEventBuf::new("", "x"), RawEventBuf::new("message", "x"));
        assert_eq!(unnamed, message);
        assert_eq!(HashSet::from([unnamed.clone(), message]).len(), 1);
        assert_ne!(unnamed, RawEventBuf::new("Message", "x"), "names are compared exactly");
    }

    #[test]
    fn every_field_counts_for_equality() {
        let raw = RawEvent::new("a", "1");
        assert_ne!(raw, RawEvent::new("b", "1"));
        assert_ne!(raw, RawEvent::new("a", "2"));
        assert_ne!(raw, raw.with_id("1"));
        assert_ne!(raw, raw.with_retry(Duration::from_secs(1)));
    }

    /// The standard knows no difference between an empty last event ID and none.
    #[test]
    fn an_empty_id_is_none() {
        assert_eq!(RawEvent::new("a", "1").with_id("7").with_id("").id, None);
        assert_eq!(RawEventBuf::new("a", "1").with_id("7").with_id("").id, None);
    }

    #[test]
    fn borrowed_and_owned_convert_whole() {
        let raw = RawEvent::new("a", "1").with_id("7").with_retry(Duration::from_millis(20));
        assert_eq!(raw.to_buf().as_raw(), raw);
        assert_eq!(
            RawEventBuf::new("a", "1").with_id("7").with_retry(Duration::from_millis(20)),
            raw.to_buf()
        );
    }
}
