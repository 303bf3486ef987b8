//! Raw events to values: the traits that `#[derive(SseEvent)]` implements, and the functions that derived code calls.

pub(crate) mod adjacent;
pub(crate) mod codec;
pub(crate) mod failure;
pub(crate) mod other;
pub(crate) mod owned_payload;
pub(crate) mod payload;
pub(crate) mod route;
pub(crate) mod try_from;
pub(crate) mod user_error;
pub(crate) mod wrapper;

use crate::error::Error;
use crate::event::SseEvent;
use crate::raw::{RawEvent, RawEventBuf};

/// Decoding from a raw event whose text lives for `'de`. Derived with `#[derive(SseEvent)]`.
///
/// An event in an envelope, `{"eventId":"7","data":{"type":"delta",…}}`, can be derived too, see
/// [`nested`](crate::attributes#nested). Implement this trait by hand for what the derive cannot express.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that can be decoded\n\
               help: derive it: `#[derive(SseEvent)]`, with `#[event(\"name\")]` on each variant",
    label = "not an event type"
)]
pub trait DecodeEvent<'de>: SseEvent + Sized {
    /// Finds the variant that the event names and decodes its payload.
    ///
    /// # Errors
    /// - [`ErrorKind::Payload`](crate::ErrorKind::Payload): the event is known and its payload is malformed.
    /// - [`ErrorKind::UnknownEvent`](crate::ErrorKind::UnknownEvent) and
    ///   [`ErrorKind::Unnamed`](crate::ErrorKind::Unnamed): no variant matches the event, and the enum has no `other`
    ///   variant.
    ///
    /// The error carries the whole raw event.
    ///
    /// ```
    /// use sse_event::{DecodeEvent, Decoded, RawEvent, SseEvent};
    ///
    /// #[derive(Debug, PartialEq, SseEvent)]
    /// #[sse(end = "[DONE]", ignore("ping"))]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta(String),
    /// }
    ///
    /// # fn main() -> Result<(), sse_event::Error> {
    /// let decoded = Event::decode(RawEvent::new("delta", r#""Hi""#))?;
    /// assert_eq!(decoded, Decoded::Event(Event::Delta("Hi".into())));
    /// assert_eq!(Event::decode(RawEvent::new("ping", ""))?, Decoded::Ignored);
    /// assert_eq!(Event::decode(RawEvent::new("", "[DONE]"))?, Decoded::End);
    /// # Ok(())
    /// # }
    /// ```
    fn decode(raw: RawEvent<'de>) -> Result<Decoded<Self>, Error>;
}

/// Events that own their payloads, as every typed stream requires. Derived for types whose payloads do not borrow
/// from the data. An enum that uses its lifetime only in `Cow`s implements it as `Event<'static>`: as in serde, such
/// a `Cow` is owned. With a manual impl of [`DecodeEvent`], write an empty `impl` of this trait too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that a typed stream can decode\n\
               help: derive it: `#[derive(SseEvent)]`, without `encode_only`, and with owned payloads: `String`, not `&str`",
    label = "not an event type that owns its payloads",
    note = "`!` means that no event type was given: write `sse_events::<Event>()`",
    note = "an event that borrows from its data is decoded with `DecodeEvent::decode` from each item of `raw_events()`"
)]
pub trait DecodeEventOwned: for<'de> DecodeEvent<'de> {}

/// The outcome of successful decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decoded<T> {
    /// An event of the enum.
    Event(T),
    /// An event whose name is on the `ignore` list.
    Ignored,
    /// The sentinel: the stream is complete.
    End,
}

impl<T> Decoded<T> {
    /// Maps the event with `f`: for types that wrap other events.
    ///
    /// ```
    /// use sse_event::Decoded;
    /// assert_eq!(Decoded::Event(1).map(Some), Decoded::Event(Some(1)));
    /// assert_eq!(Decoded::<u8>::End.map(Some), Decoded::End);
    /// ```
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Decoded<U> {
        match self {
            Self::Event(event) => Decoded::Event(f(event)),
            Self::Ignored => Decoded::Ignored,
            Self::End => Decoded::End,
        }
    }

    /// The event, if there is one.
    ///
    /// ```
    /// use sse_event::Decoded;
    /// assert_eq!(Decoded::Event(1).into_event(), Some(1));
    /// assert_eq!(Decoded::<u8>::End.into_event(), None);
    /// ```
    pub fn into_event(self) -> Option<T> {
        match self {
            Self::Event(event) => Some(event),
            Self::Ignored | Self::End => None,
        }
    }
}

/// Wraps an event. Each arm of derived code calls this: a single call after the `match` would move every event once
/// more.
///
/// # Errors
/// None.
#[doc(hidden)]
#[inline(always)]
#[expect(clippy::inline_always, reason = "an event may be thousands of bytes, which a call copies")]
pub fn event<T>(event: T) -> Result<Decoded<T>, Error> {
    Ok(Decoded::Event(event))
}

impl<'de> DecodeEvent<'de> for RawEventBuf {
    fn decode(raw: RawEvent<'de>) -> Result<Decoded<Self>, Error> {
        Ok(Decoded::Event(raw.to_buf()))
    }
}

impl DecodeEventOwned for RawEventBuf {}
