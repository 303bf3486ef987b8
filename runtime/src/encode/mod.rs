//! Values to raw events: the traits and functions that the code of `#[sse(encode)]` uses.

pub(crate) mod fields;
mod pointer;
pub(crate) mod sink;
#[cfg(feature = "bytes")]
mod wire_form;
mod with_meta;
pub(crate) mod wrapper;

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::error::{BoxError, Error};
use crate::event::SseEvent;
use crate::raw::{RawEvent, RawEventBuf};
use crate::union::kept::skipped;
use crate::union::serialize::{Member, write_content, write_tagged};
use sink::{EncodeSink, Head, Tagged};

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
    /// Encodes the event. With a `tag`, the tag is the first key of the data.
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) if the payload cannot be serialized, the user's function
    /// fails, or an `other` value has not kept its event.
    fn encode(&self) -> Result<RawEventBuf, Error>;

    /// Appends the event's wire form to the buffer. JSON is serialized straight into the buffer, and an unknown event
    /// is copied once, so this costs less than [`encode`](Self::encode) followed by
    /// [`to_wire`](crate::RawEvent::to_wire).
    ///
    /// ```
    /// use bytes::BytesMut;
    /// use sse_event::{EncodeEvent, SseEvent};
    ///
    /// #[derive(SseEvent)]
    /// #[sse(encode)]
    /// enum Event {
    ///     #[event("delta")]
    ///     Delta { text: String },
    /// }
    ///
    /// # fn main() -> Result<(), sse_event::Error> {
    /// let mut buffer = BytesMut::new();
    /// Event::Delta { text: "Hi".into() }.write_to(&mut buffer)?;
    /// assert_eq!(buffer, "event: delta\ndata: {\"text\":\"Hi\"}\n\n");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of `encode` and of [`RawEvent::to_wire`]. On an error the buffer is unchanged.
    #[cfg(feature = "bytes")]
    fn write_to(&self, buffer: &mut bytes::BytesMut) -> Result<(), Error> {
        self.encode_to(EncodeSink::wire(buffer, None)).map(drop)
    }

    /// The derive implements this for both methods. A manual impl needs only `encode`.
    #[doc(hidden)]
    fn encode_to(&self, sink: EncodeSink<'_>) -> Result<bool, Error> {
        sink.owned(self.encode()?)
    }
}

/// Encodes the event unchanged.
impl EncodeEvent for RawEventBuf {
    fn encode(&self) -> Result<RawEventBuf, Error> {
        Ok(self.clone())
    }

    fn encode_to(&self, sink: EncodeSink<'_>) -> Result<bool, Error> {
        sink.event(self.as_raw_event())
    }
}

/// A payload that is written as JSON: implemented for every `serde::Serialize`.
///
/// It exists for the compiler's messages. Use `serde::Serialize` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded as the payload of an event: it does not implement `serde::Serialize`\n\
               help: add `#[derive(serde::Serialize)]` to it, or, if it derives `SseEvent`, `#[sse(tag = \"…\", serialize)]`",
    label = "this payload cannot be written as JSON",
    note = "`Rc` and `Arc` payloads need serde's feature `rc`: `serde = {{ version = \"1\", features = [\"rc\"] }}`"
)]
pub trait EncodePayload {
    /// Writes the payload to the sink as JSON.
    ///
    /// # Errors
    /// Those of `Serialize` and of the sink.
    #[doc(hidden)]
    fn encode_json(&self, sink: EncodeSink<'_>, head: &'static Head) -> Result<bool, Error>;

    /// The same with the event's name under the tag's key.
    ///
    /// # Errors
    /// Those of `Serialize` and of the sink.
    #[doc(hidden)]
    fn encode_tagged(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error>;

    /// The same with the payload under a separate key, alongside the event's name.
    ///
    /// # Errors
    /// Those of `Serialize` and of the sink.
    #[doc(hidden)]
    fn encode_content(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error>;

    /// Serializes the payload as it is.
    ///
    /// # Errors
    /// Those of `Serialize` and of the serializer.
    #[doc(hidden)]
    fn serialize_itself<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// Serializes the payload with the name of a union's variant as its first key.
    ///
    /// # Errors
    /// Those of `Serialize` and of the serializer.
    #[doc(hidden)]
    fn serialize_tagged<S: Serializer>(&self, to: S, member: &'static Member) -> Result<S::Ok, S::Error>;

    /// Serializes the name of a union's variant, and the payload under a separate key.
    ///
    /// # Errors
    /// Those of `Serialize` and of the serializer.
    #[doc(hidden)]
    fn serialize_content<S: Serializer>(
        &self,
        to: S,
        member: &'static Member,
        content: &'static str,
    ) -> Result<S::Ok, S::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> EncodePayload for T {
    #[inline]
    fn encode_json(&self, sink: EncodeSink<'_>, head: &'static Head) -> Result<bool, Error> {
        sink.json(head, self)
    }

    #[inline]
    fn encode_tagged(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error> {
        sink.tagged_json(tag, self)
    }

    #[inline]
    fn encode_content(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error> {
        sink.content_json(tag, self)
    }

    fn serialize_itself<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }

    fn serialize_tagged<S: Serializer>(&self, to: S, member: &'static Member) -> Result<S::Ok, S::Error> {
        write_tagged(self, member, to)
    }

    fn serialize_content<S: Serializer>(
        &self,
        to: S,
        member: &'static Member,
        content: &'static str,
    ) -> Result<S::Ok, S::Error> {
        write_content(self, member, content, to)
    }
}

/// A payload that is written as text (`raw`, `parse`): implemented for every `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded as text: it does not implement `Display`\n\
               help: implement `std::fmt::Display` for it, or write `encode_with = function`",
    label = "this payload cannot be written as text"
)]
pub trait EncodeText {
    /// Writes the text to the sink.
    ///
    /// # Errors
    /// Those of the sink.
    #[doc(hidden)]
    fn encode_text(&self, sink: EncodeSink<'_>, line: &'static str) -> Result<bool, Error>;

    /// Writes the text to the sink as a JSON string under a separate key, alongside the event's name.
    ///
    /// # Errors
    /// Those of the sink.
    #[doc(hidden)]
    fn encode_text_content(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> EncodeText for T {
    fn encode_text(&self, sink: EncodeSink<'_>, line: &'static str) -> Result<bool, Error> {
        sink.text(line, self.to_string())
    }

    fn encode_text_content(&self, sink: EncodeSink<'_>, tag: &'static Tagged) -> Result<bool, Error> {
        sink.content_json(tag, &self.to_string())
    }
}

/// The implementation of `encode` in derived code.
///
/// # Errors
/// Those of `encode_to`.
#[doc(hidden)]
pub fn encode<T: EncodeEvent + ?Sized>(event: &T) -> Result<RawEventBuf, Error> {
    let mut raw = RawEventBuf::new("", "");
    event.encode_to(EncodeSink::raw(&mut raw))?;
    Ok(raw)
}

/// The error if the user's function rejects the payload.
///
/// # Errors
/// Always.
#[doc(hidden)]
#[cold]
pub fn encode_error(event_type: &'static str, error: BoxError) -> Result<bool, Error> {
    Err(Error::encode(event_type, error))
}

/// The error for a variant without a name.
///
/// # Errors
/// Always.
#[doc(hidden)]
#[cold]
pub fn encode_skipped(variant: &str) -> Result<bool, Error> {
    Err(Error::encode("", skipped(variant).into()))
}

/// Encodes the event that an `other` value has kept, unchanged.
///
/// # Errors
/// The value has not kept its event; and those of the sink.
#[doc(hidden)]
pub fn encode_other(sink: EncodeSink<'_>, event: Option<RawEvent<'_>>) -> Result<bool, Error> {
    match event {
        Some(event) => sink.event(event),
        None => Err(Error::encode("", BoxError::from("the `other` variant did not keep it"))),
    }
}
