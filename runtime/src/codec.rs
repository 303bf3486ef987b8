//! The user's own codecs: `decode_with` and `encode_with`.

use std::error::Error;

/// What a function of `decode_with` or `encode_with` may fail with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a codec: it is not `Into<Box<dyn Error + Send + Sync>>`\n\
               help: implement `std::error::Error` for it, or fail with a `String`",
    label = "this function's error cannot be the source of an `sse_event::Error`"
)]
pub trait CodecError: Into<Box<dyn Error + Send + Sync>> {}

#[diagnostic::do_not_recommend]
impl<E: Into<Box<dyn Error + Send + Sync>>> CodecError for E {}
