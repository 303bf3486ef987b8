//! The user's own codecs: `decode_with` and `encode_with`.

use std::borrow::Cow;

use super::failure::codec_error;
use crate::error::{BoxError, Error};
use crate::json::find_tag::find;
use crate::raw::{RawEvent, RawEventBuf};

/// The error type of a function of `decode_with` or `encode_with`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a codec: it is not `Into<Box<dyn Error + Send + Sync>>`\n\
               help: implement `std::error::Error` for it, or fail with a `String`",
    label = "this function's error cannot be the source of an `sse_event::Error`"
)]
#[doc(hidden)]
pub trait CodecError {
    fn boxed(self) -> BoxError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<BoxError>> CodecError for E {
    fn boxed(self) -> BoxError {
        self.into()
    }
}

/// A function of `decode_with`, or `decode` in the module of `with`, for the payload `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot decode the payload `{T}`\n\
               help: a function of `decode_with` has the signature `fn(RawEvent<'_>) -> Result<{T}, E>`",
    label = "not a `fn(RawEvent<'_>) -> Result<{T}, E>`"
)]
#[doc(hidden)]
pub trait DecodeWith<'de, T> {
    type Error;

    /// # Errors
    /// Those of the function.
    fn decode_with(self, raw: RawEvent<'de>) -> Result<T, Self::Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, T, E, F: FnOnce(RawEvent<'de>) -> Result<T, E>> DecodeWith<'de, T> for F {
    type Error = E;

    #[inline]
    fn decode_with(self, raw: RawEvent<'de>) -> Result<T, E> {
        self(raw)
    }
}

/// A function of `encode_with`, or `encode` in the module of `with`, for the payload `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot encode the payload `{T}`\n\
               help: a function of `encode_with` has the signature `fn(&{T}) -> Result<RawEventBuf, E>`",
    label = "not a `fn(&{T}) -> Result<RawEventBuf, E>`"
)]
#[doc(hidden)]
pub trait EncodeWith<'a, T> {
    type Error;

    /// # Errors
    /// Those of the function.
    fn encode_with(self, payload: &'a T) -> Result<RawEventBuf, Self::Error>;
}

#[diagnostic::do_not_recommend]
impl<'a, T: 'a, E, F: FnOnce(&'a T) -> Result<RawEventBuf, E>> EncodeWith<'a, T> for F {
    type Error = E;

    #[inline]
    fn encode_with(self, payload: &'a T) -> Result<RawEventBuf, E> {
        self(payload)
    }
}

/// Decodes with a codec that reads the event's name: without an `event:` line, the raw event gets the name under the
/// tag.
///
/// # Errors
/// Those of the codec, as a payload error.
pub fn decode_named<T>(
    raw: RawEvent<'_>,
    tag: &str,
    reads_line: bool,
    event_type: &'static str,
    decode: impl for<'n> FnOnce(RawEvent<'n>) -> Result<T, BoxError>,
) -> Result<T, Error> {
    let name = tag_name(raw, tag, reads_line);
    let named = name.as_deref().map_or(raw, |event| RawEvent { event, ..raw });
    decode(named).or_else(|error| codec_error(raw, event_type, error))
}

/// The raw event with its name, for a codec whose payload may borrow from the event. `names` are the names of its
/// variant.
///
/// # Errors
/// The name is written with escapes and is not one of `names` (the variant matches a prefix), so there is no text to
/// borrow it from.
pub fn with_name<'a>(
    raw: RawEvent<'a>,
    tag: &str,
    reads_line: bool,
    names: &[&'static str],
) -> Result<RawEvent<'a>, Error> {
    let event = match tag_name(raw, tag, reads_line) {
        None => return Ok(raw),
        Some(Cow::Borrowed(event)) => event,
        Some(Cow::Owned(name)) => match names.iter().find(|known| **known == name) {
            Some(known) => known,
            None => {
                let why =
                    format!("the name {name:?} is written with escapes, and this event borrows its text");
                return codec_error(raw, names.first().copied().unwrap_or_default(), why.into());
            }
        },
    };
    Ok(RawEvent { event, ..raw })
}

/// The name under the tag if no `event:` line names the event or the line does not count. `None` means the line's
/// name.
fn tag_name<'a>(raw: RawEvent<'a>, tag: &str, reads_line: bool) -> Option<Cow<'a, str>> {
    if reads_line && raw.line_name().is_some() {
        return None;
    }
    find(raw.data, tag).ok().or((!reads_line).then_some(Cow::Borrowed("")))
}
