//! The bounds on the errors of a response's body, as traits of this crate: an error that names one says what to do.

/// An error that axum and `http-body` can send: implemented for every `Into<Box<dyn Error + Send + Sync>>`.
///
/// It exists for the compiler's messages. Use `Into<Box<dyn Error + Send + Sync>>` in your own bounds.
#[cfg(feature = "http-body")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a response's body: it is not `Into<Box<dyn Error + Send + Sync>>`\n\
               help: implement `std::error::Error` for it, or convert it to text: `stream.map_err(|error| format!(\"{{error:?}}\"))`",
    label = "the stream of this body fails with `{Self}`"
)]
pub trait ResponseError: Into<crate::error::BoxError> {}

#[cfg(feature = "http-body")]
#[diagnostic::do_not_recommend]
impl<E: Into<crate::error::BoxError>> ResponseError for E {}

/// The same for actix-web, whose errors need not be `Send`: implemented for every `Into<Box<dyn Error>>`.
///
/// It exists for the compiler's messages. Use `Into<Box<dyn Error>>` in your own bounds.
#[cfg(feature = "actix-web")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a response's body: it is not `Into<Box<dyn Error>>`\n\
               help: implement `std::error::Error` for it; for a `Box<dyn Error + Send + Sync>` write \
               `stream.map_err(std::io::Error::other)`",
    label = "the stream of this body fails with `{Self}`"
)]
pub trait LocalResponseError: Into<Box<dyn std::error::Error>> {}

#[cfg(feature = "actix-web")]
#[diagnostic::do_not_recommend]
impl<E: Into<Box<dyn std::error::Error>>> LocalResponseError for E {}
