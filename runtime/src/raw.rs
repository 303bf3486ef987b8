//! One dispatched event, untyped: borrowed, owned, and the items of other parsers.

#[cfg(test)]
mod tests;
mod unescaped_name;

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use unescaped_name::UnescapedName;

/// The name of an event without an `event:` line (HTML standard, 9.2.6 "Interpreting an event stream").
pub(crate) const MESSAGE: &str = "message";

/// One dispatched event, borrowed and untyped.
///
/// It holds what a conforming parser dispatches at the blank line that ends an event (HTML standard, 9.2.6
/// "Interpreting an event stream"). Equality and hashing compare the fields as they are. An event without an `event:`
/// line (`""`) and an event with the line `event: message` differ on the wire but mean the same:
/// [`same_event`](Self::same_event) compares by meaning.
///
/// ```
/// use sse_event::RawEvent;
///
/// let raw = RawEvent::new("thread.created", r#"{"id":"thread_1"}"#).with_id("7");
/// assert_eq!((raw.event, raw.id), ("thread.created", Some("7")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RawEvent<'a> {
    /// The event's name as received: the value of the `event:` line, or `""` or `"message"` without one.
    pub event: &'a str,
    /// The event's data: its `data:` lines joined with line feeds.
    pub data: &'a str,
    /// The last event ID at the time of this event: `None` if the stream has not set one, `Some("")` if the stream
    /// has reset it (an `id:` line without a value).
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

    /// The same event with a last event ID; `""` resets it.
    #[must_use]
    pub const fn with_id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }

    /// The same event with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
    #[must_use]
    pub const fn with_retry(mut self, retry: Duration) -> Self {
        self.retry = Some(retry);
        self
    }

    /// The event type as the standard defines it: `"message"` for an event without an `event:` line.
    ///
    /// ```
    /// assert_eq!(sse_event::RawEvent::new("", "hi").event_type(), "message");
    /// ```
    #[must_use]
    pub const fn event_type(&self) -> &'a str {
        if self.event.is_empty() { MESSAGE } else { self.event }
    }

    /// Whether both events mean the same to a client: equal names (`""` and `"message"` are one name), equal data,
    /// equal IDs (`None` and `""` are one ID) and equal reconnection times.
    ///
    /// ```
    /// use sse_event::RawEvent;
    ///
    /// let (unnamed, message) = (RawEvent::new("", "hi"), RawEvent::new("message", "hi"));
    /// assert!(unnamed.same_event(&message));
    /// assert_ne!(unnamed, message);
    /// ```
    #[must_use]
    pub fn same_event(&self, other: &RawEvent<'_>) -> bool {
        let named = |raw: &RawEvent<'_>| raw.line_name().is_some();
        (self.event == other.event || !(named(self) || named(other)))
            && self.id.unwrap_or_default() == other.id.unwrap_or_default()
            && (self.data, self.retry) == (other.data, other.retry)
    }

    /// Copies the event into an owned one. No spare capacity is allocated.
    #[must_use]
    pub fn to_buf(&self) -> RawEventBuf {
        RawEventBuf {
            event: self.event.to_owned(),
            data: self.data.to_owned(),
            id: self.id.map(str::to_owned),
            retry: self.retry,
            unescaped_name: UnescapedName::default(),
        }
    }

    /// The value of the `event:` line, unless it is missing or the default.
    #[inline]
    pub(crate) fn line_name(&self) -> Option<&'a str> {
        (!self.event.is_empty() && self.event != MESSAGE).then_some(self.event)
    }
}

/// One dispatched event, owned and untyped: the natural payload of an `other` variant.
///
/// Equality and hashing compare the fields as they are, see [`RawEvent`].
///
/// With the feature `serde` it is `Serialize` and `Deserialize`, so that an application can keep unknown events:
///
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> serde_json::Result<()> {
/// use sse_event::RawEventBuf;
///
/// let event = RawEventBuf::new("thread.archived", "{}").with_id("7");
/// let json = serde_json::to_string(&event)?;
/// assert_eq!(json, r#"{"event":"thread.archived","data":"{}","id":"7"}"#);
/// assert_eq!(serde_json::from_str::<RawEventBuf>(&json)?, event);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
///
/// ```
/// use sse_event::RawEventBuf;
///
/// let event = RawEventBuf::new("thread.archived", "{}");
/// assert_eq!(event.as_raw_event().to_buf(), event);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RawEventBuf {
    /// The event's name as received: the value of the `event:` line, or `""` or `"message"` without one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub event: String,
    /// The event's data: its `data:` lines joined with line feeds.
    pub data: String,
    /// The last event ID at the time of this event: `None` if the stream has not set one, `Some("")` if the stream
    /// has reset it (an `id:` line without a value).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub id: Option<String>,
    /// The last reconnection time received since the previous event.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub retry: Option<Duration>,
    /// The `event_type()` of an `other` value borrows its name from here if the data spells that name with escapes.
    #[cfg_attr(feature = "serde", serde(skip))]
    unescaped_name: UnescapedName,
}

impl RawEventBuf {
    /// An event with a name (`""` for none) and data, without id and reconnection time.
    #[must_use]
    pub fn new(event: impl Into<String>, data: impl Into<String>) -> Self {
        Self {
            event: event.into(),
            data: data.into(),
            id: None,
            retry: None,
            unescaped_name: UnescapedName::default(),
        }
    }

    pub(crate) fn set_unescaped_name(&mut self, name: String) {
        self.unescaped_name = name.into();
    }

    pub(crate) fn unescaped_name(&self) -> Option<&str> {
        self.unescaped_name.get()
    }

    /// The same event with a last event ID; `""` resets it.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same event with a reconnection time. At most [`u32::MAX`] milliseconds (49 days) are written.
    #[must_use]
    pub fn with_retry(mut self, retry: Duration) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Borrows the event.
    #[must_use]
    pub fn as_raw_event(&self) -> RawEvent<'_> {
        RawEvent { event: &self.event, data: &self.data, id: self.id.as_deref(), retry: self.retry }
    }

    /// The event type as the standard defines it: `"message"` for an event without an `event:` line.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.as_raw_event().event_type()
    }

    /// Whether both events mean the same to a client, see [`RawEvent::same_event`].
    #[must_use]
    pub fn same_event(&self, other: &Self) -> bool {
        self.as_raw_event().same_event(&other.as_raw_event())
    }
}

/// Prints the public fields, as a derived `Debug` would.
impl fmt::Debug for RawEventBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { event, data, id, retry, unescaped_name: _ } = self;
        f.debug_struct("RawEventBuf")
            .field("event", event)
            .field("data", data)
            .field("id", id)
            .field("retry", retry)
            .finish()
    }
}

impl<'a> From<&'a RawEventBuf> for RawEvent<'a> {
    fn from(event: &'a RawEventBuf) -> Self {
        event.as_raw_event()
    }
}

impl From<RawEvent<'_>> for RawEventBuf {
    fn from(event: RawEvent<'_>) -> Self {
        event.to_buf()
    }
}

/// Conversion from an item of a parser's stream to a raw event.
///
/// This crate implements it for the items of the parsers that it has a feature for. Implement it for the items of any
/// other parser, and its streams work with `decode_events`.
///
/// ```
/// use sse_event::RawEvent;
/// use sse_event::wire::AsRawEvent;
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
    /// Borrows the event from the item. `None` for an item that is not an event (an opened connection, a comment, a
    /// bare `retry:` line); such an item is skipped.
    fn as_raw_event(&self) -> Option<RawEvent<'_>>;

    /// The stream's last event ID from this item on: `""` resets it, `None` leaves it unchanged.
    ///
    /// By default this is the ID of the event, because most parsers repeat the ID with every event. Implement this
    /// method for a parser that yields each block as received: return the value of the block's `id:` line, even if
    /// the block is not an event.
    fn id_update(&self) -> Option<&str> {
        self.as_raw_event().map(|raw| raw.id.unwrap_or_default())
    }

    /// The stream's reconnection time from this item on; `None` leaves it unchanged. By default this is the event's
    /// reconnection time.
    fn retry_update(&self) -> Option<Duration> {
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
        Some(self.as_raw_event())
    }
}

/// A pointer to an item yields the event of the item.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: AsRawEvent + ?Sized> AsRawEvent for $pointer {
            fn as_raw_event(&self) -> Option<RawEvent<'_>> {
                T::as_raw_event(self)
            }

            fn id_update(&self) -> Option<&str> {
                T::id_update(self)
            }

            fn retry_update(&self) -> Option<Duration> {
                T::retry_update(self)
            }
        }
    )*};
}

pointer!(&T Box<T> Rc<T> Arc<T>);
