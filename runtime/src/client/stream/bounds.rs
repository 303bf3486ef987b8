//! The bounds on the inputs of typed streams, as traits of this crate: an error that names one says what to write
//! instead.

use futures_core::{Stream, TryStream};

use crate::raw::AsRawEvent;

/// A stream of bytes: implemented for every `Stream<Item = Result<C, E>>` whose chunks `C` are `AsRef<[u8]>`.
///
/// It exists for the compiler's messages. Use [`ByteStreamExt`](super::ByteStreamExt) in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stream of bytes, a `Stream<Item = Result<C, E>>` with chunks `C: AsRef<[u8]>`\n\
               help: from a response write `response.bytes_stream()` (reqwest), from a body `body.into_data_stream()` \
               (axum, http-body-util), from chunks without `Result` `stream.map(Ok::<_, std::convert::Infallible>)`",
    label = "not a stream of bytes",
    note = "from an `AsyncRead`, such as a socket, write `tokio_util::io::ReaderStream::new(reader)`, from the receiver \
            of a channel `tokio_stream::wrappers::ReceiverStream::new(receiver)`",
    note = "a blocking `BufRead` is read with `BufReadExt`, a stream of another parser's events with `decode_events()`"
)]
pub trait ByteStream: TryStream<Ok: AsRef<[u8]>> {}

#[diagnostic::do_not_recommend]
impl<S: TryStream<Ok: AsRef<[u8]>> + ?Sized> ByteStream for S {}

/// A stream of another parser's events: implemented for every `Stream<Item = Result<T, E>>` with `T: AsRawEvent`.
///
/// It exists for the compiler's messages. Use [`RawEventStreamExt`](super::RawEventStreamExt) in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stream of events, a `Stream<Item = Result<T, E>>` with `T: AsRawEvent`\n\
               help: for a stream of bytes call `sse_events()`; from events without `Result` write \
               `stream.map(Ok::<_, std::convert::Infallible>)`",
    label = "not a stream of another parser's events",
    note = "another crate's events implement `AsRawEvent` with the feature of `sse-event` that is named after the crate \
            and its version, such as `reqwest-eventsource-06`"
)]
pub trait RawEventStream: Stream + TryStream<Ok: AsRawEvent> {}

#[diagnostic::do_not_recommend]
impl<S: Stream + TryStream<Ok: AsRawEvent> + ?Sized> RawEventStream for S {}
