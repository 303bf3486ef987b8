//! The user's own error type, which `TryFrom` returns with `#[sse(error_type = …)]`.

use crate::error::Error;

/// The bound on the type in `#[sse(error_type = …)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the `error_type`: it does not implement `From<sse_event::Error>`\n\
               help: implement `From<sse_event::Error>` for it",
    label = "decoding errors cannot become this error"
)]
pub trait UserError {
    /// Converts the decoding error into the user's type.
    fn from_error(error: Error) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<Error>> UserError for T {
    fn from_error(error: Error) -> Self {
        Self::from(error)
    }
}
