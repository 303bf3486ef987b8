//! The user's own error, which `TryFrom` gives with `#[sse(error_type = …)]`.

use crate::error::Error;

/// What `#[sse(error_type = …)]` names.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the `error_type`: it does not implement `From<sse_event::Error>`\n\
               help: implement `From<sse_event::Error>` for it",
    label = "decoding errors cannot become this error"
)]
pub trait UserError {
    /// The decoding error as the user's.
    fn from_error(error: Error) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<Error>> UserError for T {
    fn from_error(error: Error) -> Self {
        Self::from(error)
    }
}
