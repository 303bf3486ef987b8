//! The user's own codecs: `decode_with` and `encode_with`.

use crate::error::BoxError;

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
