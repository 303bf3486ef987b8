//! The crate `http-body` (1): a body of events for hyper, and for every framework on it.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};

use crate::error::BoxError;
use crate::{EncodeEvent, EventBody};

/// A frame is an event.
impl<S, T, E> Body for EventBody<S>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
    E: Into<BoxError>,
{
    type Data = Bytes;
    /// The stream's own error, or the [`Error`](crate::Error) of an event that cannot be encoded.
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Some(failure) = self.as_mut().take_failure() {
            return Poll::Ready(Some(Err(failure)));
        }
        match ready!(self.as_mut().poll_next(cx)) {
            None => Poll::Ready(None),
            Some(Ok(bytes)) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            // hyper flushes when a body has nothing for it, and drops what it holds when a body fails: events that
            // came at once with the failure, and the head of the response.
            Some(Err(error)) => {
                self.hold_failure(error.into_boxed());
                cx.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.ended()
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as StdError;
    use std::io;
    use std::net::Ipv4Addr;

    use axum::Router;
    use axum::routing::get;
    use futures_util::{StreamExt as _, stream};
    use tokio::net::TcpListener;

    use crate::{EventBody, RawEventBuf};

    #[tokio::test]
    async fn what_came_at_once_with_a_failure_is_sent() -> Result<(), Box<dyn StdError>> {
        let event = || Ok(RawEventBuf::new("a", "1"));
        let items = move || [event(), event(), Err(io::Error::other("too late"))];
        let router = Router::new()
            .route("/", get(async move || axum::body::Body::new(EventBody::new(stream::iter(items())))));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        tokio::spawn(axum::serve(listener, router).into_future());

        let client = reqwest::Client::builder().no_proxy().build()?;
        let chunks: Vec<_> = client.get(url).send().await?.bytes_stream().collect().await;
        let (failed, sent): (Vec<_>, Vec<_>) = chunks.into_iter().partition(Result::is_err);
        let sent: Vec<u8> = sent.into_iter().flatten().flatten().collect();
        assert_eq!(str::from_utf8(&sent)?, "event: a\ndata: 1\n\n".repeat(2));
        assert_eq!(failed.len(), 1, "and the client learns that it is not all");
        Ok(())
    }
}
