//! Raw events to values: the traits that `#[derive(SseEvent)]` implements, and what the derived code calls.

pub(crate) mod adjacent;
pub(crate) mod codec;
pub(crate) mod failure;
pub(crate) mod other;
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
/// An event in an envelope, `{"eventId":"7","data":{"type":"delta",…}}`, is derived too, see
/// [`nested`](crate::attributes#nested). Written by hand for what a derive cannot say.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that can be decoded\n\
               help: derive it: `#[derive(SseEvent)]`, with `#[event(\"name\")]` on each variant",
    label = "not an event type"
)]
pub trait DecodeEvent<'de>: SseEvent + Sized {
    /// Finds the variant that the event names and decodes its payload.
    ///
    /// # Errors
    /// [`ErrorKind::Payload`](crate::ErrorKind::Payload) where the event is known and its payload is malformed,
    /// [`ErrorKind::UnknownEvent`](crate::ErrorKind::UnknownEvent) and
    /// [`ErrorKind::Unnamed`](crate::ErrorKind::Unnamed) where no variant takes it and there is no `other`
    /// variant. The error carries the whole raw event.
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

/// Events that own their payloads: what every typed stream requires. Derived for types whose payloads do not borrow from
/// the data. An enum whose lifetime is only that of `Cow`s is one, as `Event<'static>`: as in serde, these own. Where
/// [`DecodeEvent`] is written by hand, write an empty `impl` of this one too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that a typed stream can decode\n\
               help: derive it: `#[derive(SseEvent)]`, without `encode_only`, and with owned payloads: `String`, not `&str`",
    label = "not an event type that owns its payloads",
    note = "`!` stands for an event type that was not named: write `sse_events::<Event>()`",
    note = "an event that borrows from its data is decoded with `DecodeEvent::decode` from each item of `raw_events()`"
)]
pub trait DecodeEventOwned: for<'de> DecodeEvent<'de> {}

/// What became of a raw event that was no failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decoded<T> {
    /// An event of the enum.
    Event(T),
    /// Its name is on the `ignore` list.
    Ignored,
    /// The sentinel: the stream is complete.
    End,
}

impl<T> Decoded<T> {
    /// The same with what `f` makes of the event: for types that wrap others' events.
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

/// The event, where the caller returns it. Each arm of derived code calls it: one call behind the `match` moves every
/// event once more.
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
