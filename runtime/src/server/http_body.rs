//! The crate `http-body` (1): a body of events for hyper and for every framework that is based on it.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};

use super::EventBody;
use super::block::BodyBlock;
use super::bounds::ResponseError;
use super::error::BodyError;
use crate::error::BoxError;

/// Each frame is a block.
impl<S, T, E> Body for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: BodyBlock,
    E: ResponseError,
{
    type Data = Bytes;
    /// The stream's own error, or the [`Error`](crate::Error) of an event that cannot be encoded.
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.poll_next(cx).map_ok(Frame::data).map_err(BodyError::into_boxed)
    }

    fn is_end_stream(&self) -> bool {
        self.ended()
    }
}
