//! The kinds of payload: JSON, the text itself, or a parsed text.

use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};
use serde_json::de::StrRead;

use super::adjacent::Adjacent;
use super::failure::{codec_error, empty_error, json_error};
use crate::error::Error;
use crate::json::read::read;
use crate::json::without_tag::Untagged;
use crate::raw::RawEvent;

/// A payload that is read from the event's data as JSON: implemented for every `serde::Deserialize`.
///
/// It exists for the compiler's messages. Use `serde::Deserialize` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an event: it does not implement `serde::Deserialize`\n\
               help: add `#[derive(serde::Deserialize)]` to it, or, if it derives `SseEvent`, \
               `#[sse(tag = \"…\", deserialize)]`; for text that is not JSON write `#[event(\"name\", raw)]` or \
               `#[event(\"name\", parse)]`",
    label = "this payload cannot be read from JSON",
    note = "`Rc` and `Arc` payloads need serde's feature `rc`: `serde = {{ version = \"1\", features = [\"rc\"] }}`",
    note = "generic code needs the bound `T: serde::de::DeserializeOwned`, or `T: serde::Deserialize<'de>` for payloads that \
            borrow"
)]
pub trait Payload<'de>: Sized {
    /// Deserializes the payload from the whole data. Empty data is read as `null`, so that an `Option` is `None`; for
    /// a type that does not accept `null` the error is that of an empty text.
    ///
    /// # Errors
    /// The data is not JSON or does not match the type.
    ///
    /// ```
    /// use sse_event::bounds::Payload;
    ///
    /// # fn main() -> serde_json::Result<()> {
    /// assert_eq!(<Vec<u8>>::from_data("[1,2]")?, [1, 2]);
    /// assert_eq!(<Option<u8>>::from_data("")?, None);
    /// # Ok(())
    /// # }
    /// ```
    fn from_data(data: &'de str) -> serde_json::Result<Self>;

    /// The same for an object that holds the event's name under the key `tag`, which is hidden from the payload.
    ///
    /// The key is hidden as in serde's internally tagged enums: an object without other keys is a unit, and a type
    /// that denies unknown fields does not reject the key. `RawValue` gets the whole text. Data that is not an object
    /// is read as it is.
    ///
    /// # Errors
    /// The data is not JSON or does not match the type.
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use sse_event::bounds::Payload;
    ///
    /// # fn main() -> serde_json::Result<()> {
    /// let payload = <HashMap<String, u8>>::from_tagged_data(r#"{"type":"usage","tokens":7}"#, "type")?;
    /// assert_eq!(payload, HashMap::from([("tokens".to_owned(), 7)]));
    /// # Ok(())
    /// # }
    /// ```
    fn from_tagged_data(data: &'de str, tag: &'static str) -> serde_json::Result<Self>;

    /// Used by derived code to assert that a type is a payload.
    #[doc(hidden)]
    const KNOWN: () = ();

    /// Deserializes the value as a part of a payload.
    ///
    /// # Errors
    /// Those of its `Deserialize`.
    #[doc(hidden)]
    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Deserializes the payload from the data of the event `event_type`.
    ///
    /// # Errors
    /// A payload error, with the event.
    #[doc(hidden)]
    fn decode(raw: RawEvent<'de>, event_type: &'static str) -> Result<Self, Error>;

    /// The same for data that may hold the event's name under the key `tag`.
    ///
    /// # Errors
    /// A payload error, with the event.
    #[doc(hidden)]
    fn decode_tagged(raw: RawEvent<'de>, event_type: &'static str, tag: &'static str) -> Result<Self, Error>;

    /// The same for data that may hold the payload under a separate key, alongside the event's name.
    ///
    /// # Errors
    /// A payload error, with the event.
    #[doc(hidden)]
    fn decode_content(raw: RawEvent<'de>, adjacent: &Adjacent) -> Result<Self, Error> {
        if !adjacent.is_around_payload(&raw) {
            return Self::decode(raw, adjacent.event_type());
        }
        read(
            raw.data,
            |json| {
                adjacent.envelope(PhantomData::<Field<Self>>).deserialize(json).map(|Field(payload)| payload)
            },
            (raw, adjacent.event_type()),
            json_error,
        )
    }
}

pub(super) type Json<'de> = serde_json::Deserializer<StrRead<'de>>;

/// The text that is read as JSON: empty data is read as `null`.
#[inline]
pub(super) fn text(data: &str) -> &str {
    if data.is_empty() { "null" } else { data }
}

/// Returns the value that `deserialize` reads from the data.
///
/// # Errors
/// The data is not JSON or does not match the type.
#[inline]
fn read_data<'de, T>(
    data: &'de str,
    deserialize: impl FnOnce(&mut Json<'de>) -> serde_json::Result<T>,
) -> serde_json::Result<T> {
    read(text(data), deserialize, data, empty_error)
}

/// The same for the data of the event `event_type`.
///
/// # Errors
/// A payload error, with the event.
#[inline]
fn read_event<'de, T>(
    raw: RawEvent<'de>,
    event_type: &'static str,
    deserialize: impl FnOnce(&mut Json<'de>) -> serde_json::Result<T>,
) -> Result<T, Error> {
    read(text(raw.data), deserialize, (raw, event_type), json_error)
}

#[diagnostic::do_not_recommend]
impl<'de, T: Deserialize<'de>> Payload<'de> for T {
    #[inline]
    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer)
    }

    #[inline]
    fn from_data(data: &'de str) -> serde_json::Result<Self> {
        read_data(data, |json| T::deserialize(json))
    }

    #[inline]
    fn from_tagged_data(data: &'de str, tag: &'static str) -> serde_json::Result<Self> {
        read_data(data, |json| T::deserialize(Untagged { json, tag: Some(tag) }))
    }

    #[inline]
    fn decode(raw: RawEvent<'de>, event_type: &'static str) -> Result<Self, Error> {
        read_event(raw, event_type, |json| T::deserialize(json))
    }

    #[inline]
    fn decode_tagged(raw: RawEvent<'de>, event_type: &'static str, tag: &'static str) -> Result<Self, Error> {
        read_event(raw, event_type, |json| T::deserialize(Untagged { json, tag: Some(tag) }))
    }
}

impl<'a> RawEvent<'a> {
    /// Deserializes the data as JSON, for codecs that also need the event's name or ID. Empty data is read as `null`.
    ///
    /// The error knows the path of the fault, and a codec that returns it fails in the same way as derived code.
    ///
    /// ```
    /// use serde::{Deserialize, Deserializer};
    /// use sse_event::{DecodeEvent, Error, RawEvent, SseEvent};
    ///
    /// #[derive(Debug, Deserialize)]
    /// struct Usage {
    ///     tokens: u64,
    /// }
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("usage/", prefix, decode_with = usage)]
    ///     Usage((String, Usage)),
    /// }
    ///
    /// /// The model, which is the rest of the name, and what it used.
    /// fn usage(raw: RawEvent<'_>) -> Result<(String, Usage), Error> {
    ///     let model = raw.event.trim_start_matches("usage/");
    ///     Ok((model.to_owned(), raw.json()?))
    /// }
    ///
    /// let error = Event::decode(RawEvent::new("usage/large", r#"{"tokens":"7"}"#)).unwrap_err();
    /// assert_eq!((error.event_type(), error.path()), ("usage/", Some("tokens")));
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Payload`](crate::ErrorKind::Payload), with the event, if the data is not JSON or does not match
    /// the type.
    pub fn json<T: Deserialize<'a>>(self) -> Result<T, Error> {
        <T as Payload>::from_data(self.data)
            .map_err(|error| Error::json(self, self.event_type().to_owned(), error))
    }
}

/// A field of a struct variant whose type depends on a type parameter. It is deserialized as its type.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Field<T>(pub T);

impl<'de, T: Payload<'de>> Deserialize<'de> for Field<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::from_deserializer(deserializer).map(Self)
    }
}

/// A field of a struct variant. Derived code uses `KNOWN` to assert that the trait is implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of an event: it does not implement `serde::Deserialize`\n\
               help: add `#[derive(serde::Deserialize)]` to it, or, if it derives `SseEvent`, \
               `#[sse(tag = \"…\", deserialize)]`, or add `#[serde(with = \"…\")]` to the field",
    label = "this field cannot be read from JSON",
    note = "`Rc` and `Arc` fields need serde's feature `rc`: `serde = {{ version = \"1\", features = [\"rc\"] }}`"
)]
#[doc(hidden)]
pub trait FieldPayload<'de> {
    const KNOWN: usize = 0;
}

#[diagnostic::do_not_recommend]
impl<'de, T: Deserialize<'de>> FieldPayload<'de> for T {}

/// The fields of a struct variant; `Known` lists their types. If serde cannot derive for the fields, it reports its
/// own error as well.
#[diagnostic::on_unimplemented(
    message = "the fields of this variant cannot be read from JSON\n\
               help: see serde's own error about the attributes of these fields",
    label = "serde could not derive `Deserialize` for these fields"
)]
#[doc(hidden)]
pub trait Fields<'de, Known>: Sized {
    fn from_data(data: &'de str) -> serde_json::Result<Self>;
    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    fn decode(raw: RawEvent<'de>, event_type: &'static str) -> Result<Self, Error>;
    fn decode_tagged(raw: RawEvent<'de>, event_type: &'static str, tag: &'static str) -> Result<Self, Error>;
    fn decode_content(raw: RawEvent<'de>, adjacent: &Adjacent) -> Result<Self, Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, T: Payload<'de>, Known> Fields<'de, Known> for T {
    #[inline]
    fn from_data(data: &'de str) -> serde_json::Result<Self> {
        Payload::from_data(data)
    }

    #[inline]
    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Payload::from_deserializer(deserializer)
    }

    #[inline]
    fn decode(raw: RawEvent<'de>, event_type: &'static str) -> Result<Self, Error> {
        Payload::decode(raw, event_type)
    }

    #[inline]
    fn decode_tagged(raw: RawEvent<'de>, event_type: &'static str, tag: &'static str) -> Result<Self, Error> {
        Payload::decode_tagged(raw, event_type, tag)
    }

    #[inline]
    fn decode_content(raw: RawEvent<'de>, adjacent: &Adjacent) -> Result<Self, Error> {
        Payload::decode_content(raw, adjacent)
    }
}

/// A payload that is the event's data itself (`raw`): implemented for every `From<&str>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a `raw` payload: it does not implement `From<&str>`\n\
               help: `String`, `Box<str>`, `Arc<str>`, `Cow<str>` and `&str` do; for a JSON payload remove `raw`, \
               for one that implements `FromStr` write `parse`",
    label = "this payload cannot be made from the data's text"
)]
pub trait RawPayload<'de>: Sized {
    /// Converts the whole data.
    fn from_text(data: &'de str) -> Self;
}

/// Makes a `raw` payload that cannot borrow from the data: a `Cow<'static, str>`.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn owned_text<T: From<String>>(data: &str) -> T {
    T::from(data.to_owned())
}

#[diagnostic::do_not_recommend]
impl<'de, T: From<&'de str>> RawPayload<'de> for T {
    #[inline]
    fn from_text(data: &'de str) -> Self {
        Self::from(data)
    }
}

/// A payload that is parsed from the event's data (`parse`): implemented for every `FromStr` with an error that can
/// be boxed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a `parse` payload: it does not implement `FromStr` with an error that is \
               `Into<Box<dyn Error + Send + Sync>>`\n\
               help: implement `FromStr` for it; for a JSON payload remove `parse`",
    label = "this payload cannot be parsed from the data's text"
)]
pub trait ParsePayload: Sized {
    /// Parses the whole data.
    ///
    /// # Errors
    /// Those of `FromStr`.
    fn parse_text(data: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>>;

    /// Parses the data of the event `event_type`.
    ///
    /// # Errors
    /// A payload error, with the event.
    #[doc(hidden)]
    #[inline]
    fn decode(raw: RawEvent<'_>, event_type: &'static str) -> Result<Self, Error> {
        Self::parse_text(raw.data).or_else(|error| codec_error(raw, event_type, error))
    }
}

#[diagnostic::do_not_recommend]
impl<T> ParsePayload for T
where
    T: FromStr,
    T::Err: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    #[inline]
    fn parse_text(data: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        data.parse().map_err(Into::into)
    }
}
