//! The user's own codecs: `decode_with` and `encode_with`.

use std::borrow::Cow;

use crate::error::BoxError;
use crate::json::find::find;
use crate::raw::RawEvent;

/// What a function of `decode_with` or `encode_with` may fail with.
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

/// The event as a codec sees it that reads the rest of its name: called what the tag calls it, where no line does.
///
/// A name with escapes is not text of the event, and stays where it is.
#[must_use]
pub fn with_name<'a>(raw: RawEvent<'a>, tag: &str) -> RawEvent<'a> {
    match find(raw.data, tag) {
        Ok(Cow::Borrowed(event)) if raw.line_name().is_none() => RawEvent { event, ..raw },
        _ => raw,
    }
}
