//! Values to raw events: what the code of `#[sse(encode)]` calls.

use std::fmt::Display;

use serde::Serialize;

use crate::error::BoxError;
use crate::tag::tagged;
use crate::{Error, RawEvent, RawEventBuf, SseEvent};

/// Encoding into a raw event. Derived with `#[derive(SseEvent)]` and `#[sse(encode)]` or `#[sse(encode_only)]`.
///
/// ```
/// use sse_event::{EncodeEvent, RawEventBuf, SseEvent};
///
/// #[derive(SseEvent)]
/// #[sse(encode, tag = "type")]
/// enum Event {
///     #[event("delta")]
///     Delta { text: String },
///     #[event("ping")]
///     Ping,
/// }
///
/// # fn main() -> Result<(), sse_event::Error> {
/// let event = Event::Delta { text: "Hi".into() }.encode()?;
/// assert_eq!(event, RawEventBuf::new("delta", r#"{"type":"delta","text":"Hi"}"#));
/// assert_eq!(Event::Ping.encode()?, RawEventBuf::new("ping", r#"{"type":"ping"}"#));
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that can be encoded\n\
               help: derive it: `#[derive(SseEvent)]` with `#[sse(encode)]`",
    label = "not encoded"
)]
pub trait EncodeEvent: SseEvent {
    /// The event as it goes to the wire. With a `tag`, the tag is the first key of the data.
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) where the payload cannot be serialized, the user's function
    /// fails, or an `other` value has not kept its event.
    fn encode(&self) -> Result<RawEventBuf, Error>;
}

/// A payload that is written as JSON: every `serde::Serialize` is one.
///
/// It exists for the compiler's messages. Use `serde::Serialize` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded as the payload of an event: it does not implement `serde::Serialize`\n\
               help: add `#[derive(serde::Serialize)]` to it, for an `Rc` or `Arc` serde's feature `rc`",
    label = "this payload cannot be written as JSON",
    note = "`Rc` and `Arc` payloads need serde's feature `rc`: `serde = {{ version = \"1\", features = [\"rc\"] }}`"
)]
pub trait EncodePayload {
    /// Serializes it as JSON.
    ///
    /// # Errors
    /// Those of its `Serialize`.
    fn to_data(&self) -> serde_json::Result<String>;

    /// The same with the event's name as the first key of the object, as serde's internally tagged enums write
    /// it.
    ///
    /// # Errors
    /// Those of its `Serialize`, and that it is no object.
    fn to_tagged_data(&self, tag: &'static str, name: &'static str) -> serde_json::Result<String>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> EncodePayload for T {
    #[inline]
    fn to_data(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    #[inline]
    fn to_tagged_data(&self, tag: &'static str, name: &'static str) -> serde_json::Result<String> {
        tagged(self, tag, name)
    }
}

/// A payload that is written as text (`raw`, `parse`): every `Display` is one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded as text: it does not implement `Display`\n\
               help: implement `std::fmt::Display` for it, or write `encode_with = function`",
    label = "this payload cannot be written as text"
)]
pub trait EncodeText {
    /// Its text.
    fn to_text(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: Display> EncodeText for T {
    #[inline]
    fn to_text(&self) -> String {
        self.to_string()
    }
}

/// The event of a payload that was written, or not.
///
/// # Errors
/// The payload's.
#[doc(hidden)]
pub fn encoded(
    line: &'static str,
    event_type: &'static str,
    data: serde_json::Result<String>,
) -> Result<RawEventBuf, Error> {
    match data {
        Ok(data) => Ok(RawEventBuf::new(line, data)),
        Err(error) => Err(Error::encode(event_type, error.into())),
    }
}

/// An event without a payload. An object, so that a browser and every client receive it.
///
/// # Errors
/// None: a name is always JSON.
#[doc(hidden)]
pub fn encode_unit(
    line: &'static str,
    tag: Option<&'static str>,
    event_type: &'static str,
) -> Result<RawEventBuf, Error> {
    match tag {
        Some(tag) => encoded(line, event_type, EncodePayload::to_tagged_data(&(), tag, event_type)),
        None => Ok(RawEventBuf::new(line, "{}")),
    }
}

/// The user's function refuses the payload.
#[doc(hidden)]
#[cold]
#[must_use]
pub fn encode_error(event_type: &'static str, error: BoxError) -> Error {
    Error::encode(event_type, error)
}

/// The event that an `other` value has kept, unchanged.
///
/// # Errors
/// It has not kept it.
#[doc(hidden)]
pub fn encode_other(event: Option<RawEvent<'_>>) -> Result<RawEventBuf, Error> {
    match event {
        Some(event) => Ok(event.to_buf()),
        None => Err(Error::encode("", BoxError::from("it was not kept"))),
    }
}
