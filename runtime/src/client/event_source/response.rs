//! The response to a request, independent of the HTTP client.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::TryStream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use pin_project_lite::pin_project;

use super::error::UnexpectedResponse;
use crate::client::stream::source::{BoxChunks, ByteChunks, Chunks};
use crate::client::timer::{Sleep, Timer};
use crate::error::BoxError;

/// The response to a request for an event stream, returned by the function of an [`EventSource`](crate::EventSource).
///
/// Implemented for every [`http::Response`] whose body is a stream of bytes and, with `reqwest-013`, for
/// `reqwest::Response`. Convert the body of hyper's response with `http_body_util::BodyDataStream::new`.
pub trait EventResponse: sealed::Sealed {
    #[doc(hidden)]
    fn into_response(self) -> Response;
}

pub(super) mod sealed {
    pub trait Sealed {}
}

#[doc(hidden)]
pub struct Response {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: BoxChunks<BoxError>,
}

impl Response {
    pub(super) fn new<B>(status: StatusCode, headers: HeaderMap, body: B) -> Self
    where
        B: TryStream<Error: Into<BoxError>> + Send + 'static,
        B::Ok: AsRef<[u8]> + Send,
    {
        Self { status, headers, body: Box::pin(BoxErrors { chunks: Chunks::new(body) }) }
    }

    /// Whether it is an event stream: status 200 and the content type `text/event-stream` with any parameters (HTML
    /// standard, 9.2.3).
    pub(super) fn is_event_stream(&self) -> bool {
        let content_type = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
        self.status == StatusCode::OK && essence.trim().eq_ignore_ascii_case("text/event-stream")
    }
}

impl<B> sealed::Sealed for http::Response<B> {}

impl<B> EventResponse for http::Response<B>
where
    B: TryStream<Error: Into<BoxError>> + Send + 'static,
    B::Ok: AsRef<[u8]> + Send,
{
    fn into_response(self) -> Response {
        let (head, body) = self.into_parts();
        Response::new(head.status, head.headers, body)
    }
}

pin_project! {
    /// Chunks whose error is boxed.
    struct BoxErrors<C> {
        #[pin]
        chunks: C,
    }
}

impl<C: ByteChunks<Error: Into<BoxError>>> ByteChunks for BoxErrors<C> {
    type Error = BoxError;

    fn poll_chunk(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<(), BoxError>>> {
        self.project().chunks.poll_chunk(cx).map_err(Into::into)
    }

    fn chunk(self: Pin<&mut Self>) -> (&[u8], &mut usize) {
        self.project().chunks.chunk()
    }
}

/// A response that is not an event stream, while the first kilobytes of its body are read.
pub(super) struct Refused {
    response: UnexpectedResponse,
    body: BoxChunks<BoxError>,
    /// If the server does not end the body, the caller still gets the response after this time.
    deadline: Sleep,
}

impl Refused {
    const TIME: Duration = Duration::from_secs(5);

    pub(super) fn new(response: Response, timer: &Timer) -> Self {
        let Response { status, headers, body } = response;
        let response = UnexpectedResponse { status, headers, body: Vec::new() };
        Self { response, body, deadline: timer.sleep(Self::TIME) }
    }

    /// Ready when the kept part of the body has been read.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<UnexpectedResponse> {
        let kept = &mut self.response.body;
        while kept.len() < UnexpectedResponse::KEPT {
            let chunk = match self.body.as_mut().poll_chunk(cx) {
                Poll::Ready(chunk) => chunk,
                Poll::Pending => {
                    ready!(self.deadline.poll(cx));
                    break;
                }
            };
            let Some(Ok(())) = chunk else { break };
            let (chunk, _) = self.body.as_mut().chunk();
            kept.extend(chunk.iter().take(UnexpectedResponse::KEPT - kept.len()));
        }
        let UnexpectedResponse { status, headers, body } = &mut self.response;
        Poll::Ready(UnexpectedResponse {
            status: *status,
            headers: std::mem::take(headers),
            body: std::mem::take(body),
        })
    }
}
