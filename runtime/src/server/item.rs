//! The items of the stream of a body.

/// An item of the stream of an [`EventBody`](crate::EventBody): implemented for every `Result`.
///
/// It exists for the compiler's messages. Use `Stream<Item = Result<T, E>>` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Result`, but the items of an event stream must be `Result`s\n\
               help: if the stream cannot fail, write `.map(Ok::<_, std::convert::Infallible>)`",
    label = "the items of this stream are not `Result`s"
)]
pub trait BodyItem: sealed::Sealed {
    /// The event to send.
    type Event;
    /// The error of the stream.
    type Error;
}

impl<T, E> BodyItem for Result<T, E> {
    type Event = T;
    type Error = E;
}

mod sealed {
    pub trait Sealed {}

    impl<T, E> Sealed for Result<T, E> {}
}
