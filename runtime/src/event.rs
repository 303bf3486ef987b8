//! The traits that `#[derive(SseEvent)]` implements.

use crate::sink::EncodeSink;
use crate::{EncodeEvent, Error, RawEvent, RawEventBuf};

/// What an event is called. Derived with `#[derive(SseEvent)]`.
///
/// It may be written by hand, as [`DecodeEvent`] and [`DecodeEventOwned`] may: for events in an envelope, see there.
///
/// ```
/// use sse_event::SseEvent;
///
/// #[derive(SseEvent)]
/// enum Progress {
///     #[event("step", alias = "progress")]
///     Step(u32),
///     #[event("finished", terminal)]
///     Finished,
/// }
///
/// assert_eq!(Progress::EVENT_TYPES, ["step", "progress", "finished"]);
/// assert_eq!(Progress::Step(3).event_type(), "step");
/// assert!(Progress::Finished.is_terminal());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event type\n\
               help: derive it: `#[derive(SseEvent)]`, with `#[event(\"name\")]` on each variant",
    label = "not an event type"
)]
pub trait SseEvent {
    /// Every exact name it accepts, each once, in declaration order, aliases after their name.
    const EVENT_TYPES: &'static [&'static str];

    /// The sentinel: the data of the frame that ends the stream, such as `[DONE]`.
    const END: Option<&'static str> = None;

    /// Whether the stream says when it is complete, by a sentinel or a terminal event. Without it, the end of
    /// the input is never a truncation.
    const DECLARES_END: bool = Self::END.is_some();

    /// The canonical name. Of an `other` value, the name it came with, `""` if that was not kept.
    fn event_type(&self) -> &str;

    /// The canonical name where it is known at compile time; `None` for an `other` value. For metric labels and
    /// for foreign traits that want a `'static` name.
    fn static_event_type(&self) -> Option<&'static str> {
        None
    }

    /// Whether the stream is complete after this event (`#[event("done", terminal)]`).
    fn is_terminal(&self) -> bool {
        false
    }

    /// Whether this event is the server's error report (`#[event("error", error)]`).
    fn is_error(&self) -> bool {
        false
    }
}

/// Decoding from a raw event whose text lives for `'de`. Derived with `#[derive(SseEvent)]`.
///
/// Written by hand for what a derive cannot say, such as an event in an envelope,
/// `{"eventId":"7","data":{"type":"delta",…}}`: a generic wrapper reads the envelope with [`RawEvent::json`], the inner
/// event as a `&RawValue`, and hands that text on to the `decode` of a derived enum. The example
/// [`dust.rs`](https://github.com/sse-event/sse-event/blob/main/runtime/examples/apis/dust.rs) does, in full.
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

/// Events that own their payloads: what every typed stream asks for. Derived for types without lifetimes; where
/// [`DecodeEvent`] is written by hand, write an empty `impl` of this one too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the event of a typed stream: it borrows from the event's data, or is not an \
               event that can be decoded\n\
               help: derive it with `#[derive(SseEvent)]` and use owned payloads, `String` and not `&str`; to \
               borrow, read `raw_events()` and decode each one with `DecodeEvent::decode`",
    label = "a typed stream hands out events that own their payloads",
    note = "the data of an event is dropped once the event is decoded, so its payloads cannot borrow from it"
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

/// The event type that knows no names: every event decodes to itself.
impl SseEvent for RawEventBuf {
    const EVENT_TYPES: &'static [&'static str] = &[];

    fn event_type(&self) -> &str {
        self.event_type()
    }
}

impl<'de> DecodeEvent<'de> for RawEventBuf {
    fn decode(raw: RawEvent<'de>) -> Result<Decoded<Self>, Error> {
        Ok(Decoded::Event(raw.to_buf()))
    }
}

impl DecodeEventOwned for RawEventBuf {}

/// As it is.
impl EncodeEvent for RawEventBuf {
    fn encode(&self) -> Result<RawEventBuf, Error> {
        Ok(self.clone())
    }

    fn encode_to<'a, S: EncodeSink<'a>>(&'a self, sink: S) -> Result<S::Ok, Error> {
        sink.event(self.as_raw())
    }
}
