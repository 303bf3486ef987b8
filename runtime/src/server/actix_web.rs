//! The crate `actix-web` (4): a body of events as a response.

use std::error::Error as StdError;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::dev::Payload;
use actix_web::http::header::{ContentEncoding, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError};
use bytes::Bytes;
use futures_core::Stream;
use pin_project_lite::pin_project;

use super::block::BodyBlock;
use super::bounds::LocalResponseError;
use super::error::BodyError;
use super::last_event_id::{InvalidLastEventId, LastEventId};
use super::{EVENT_STREAM_HEADERS, EventBody};

pin_project! {
    /// `EventBody` itself is not a `MessageBody`, because `HttpResponse::Ok().body(…)` would send it without its
    /// headers.
    struct Chunks<S, E> {
        #[pin]
        body: EventBody<S, E>,
    }
}

/// Each chunk is a block.
impl<S, T, E> MessageBody for Chunks<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: BodyBlock,
    E: LocalResponseError,
{
    type Error = Box<dyn StdError>;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        self.project().body.poll_next(cx).map_err(BodyError::into_boxed)
    }
}

/// Responds with the headers of an event stream, and with a comment after 15 seconds of silence unless another
/// keep-alive is set. The encoding is set to `identity`, because the compression middleware would hold events back.
/// The response to `HEAD` has no body.
///
/// Return the body, or its `customize()` to set another status and further headers:
///
/// ```
/// use std::convert::Infallible;
///
/// use actix_web::{App, Responder, web};
/// use futures_util::stream;
/// use sse_event::{EventBody, RawEventBuf};
///
/// async fn answer() -> impl Responder {
///     let body = EventBody::new(stream::iter([Ok::<_, Infallible>(RawEventBuf::new("ping", "{}"))]));
///     body.customize().insert_header(("x-run", "7"))
/// }
///
/// let app = App::new().route("/answer", web::get().to(answer));
/// ```
///
/// The stream may fail with any error that is `Into<Box<dyn Error>>`.
///
/// In a handler that returns an `HttpResponse`, use `body.respond_to(&request)`. The body does not compile as the
/// body of a response that was built without these headers:
///
/// ```compile_fail,E0277
/// use std::convert::Infallible;
///
/// use actix_web::HttpResponse;
/// use futures_util::stream;
/// use sse_event::{EventBody, RawEventBuf};
///
/// let body = EventBody::new(stream::iter([Ok::<_, Infallible>(RawEventBuf::new("ping", "{}"))]));
/// let response = HttpResponse::Ok().body(body);
/// ```
///
/// `HttpResponse::Ok().streaming(body)` accepts every stream of bytes, including this one: insert
/// [`EVENT_STREAM_HEADERS`] yourself.
///
/// A response that ends [`until`](EventBody::until) a future closes its connection, so that a graceful shutdown does
/// not wait for it.
///
/// A disconnected client is detected at the next event or comment, because actix-web assumes that it may still read:
/// without keep-alives, the stream of a silent body is kept until its next event.
/// read: without keep-alives the stream of a silent body is held until its next event.
impl<S, T, E> Responder for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>> + 'static,
    T: BodyBlock,
    E: LocalResponseError + 'static,
{
    type Body = BoxBody;

    fn respond_to(mut self, request: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        response.insert_header(ContentEncoding::Identity);
        for &header in EVENT_STREAM_HEADERS {
            response.insert_header(header);
        }
        if request.method() == Method::HEAD {
            // actix-web would poll a body that it does not send until its end, and keep the connection open until
            // then.
            return response.body(body::None::new());
        }
        if self.until.is_set() {
            // In a graceful shutdown actix-web also waits for idle connections, and checks them once per second.
            response.force_close();
        }
        response.body(Chunks { body: self })
    }
}

/// Rejects a header that is not UTF-8 with status 400.
impl FromRequest for LastEventId {
    type Error = InvalidLastEventId;
    type Future = Ready<Result<Self, InvalidLastEventId>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::from_value(request.headers().get(Self::HEADER).map(HeaderValue::as_bytes)))
    }
}

/// Status 400, with the error as text.
impl ResponseError for InvalidLastEventId {
    fn status_code(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }
}
