//! The items of the stream that a body is made of.

/// An item of the stream of an [`EventBody`](crate::EventBody): every `Result` is one.
///
/// It exists for the compiler's messages. Use `Stream<Item = Result<T, E>>` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Result`, as the items of a stream of events are\n\
               help: where they cannot fail: `.map(Ok::<_, std::convert::Infallible>)`",
    label = "the items of this stream are not `Result`s"
)]
pub trait BodyItem: sealed::Sealed {
    /// What is sent.
    type Event;
    /// What the stream fails with.
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
