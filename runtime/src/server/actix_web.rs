//! The crate `actix-web` (4): a body of events is a response.

use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::Method;
use actix_web::http::header::ContentEncoding;
use actix_web::{HttpRequest, HttpResponse, Responder};
use bytes::Bytes;
use futures_core::Stream;

use super::error::BodyError;
use super::{EVENT_STREAM_HEADERS, EventBody};
use crate::encode::EncodeEvent;

/// A chunk is an event.
impl<S, T, E> MessageBody for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>>,
    T: EncodeEvent,
    E: Into<Box<dyn StdError>>,
{
    type Error = Box<dyn StdError>;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Stream::poll_next(self, cx).map_err(BodyError::into_boxed)
    }
}

/// With its headers, and a comment after 15 seconds of silence unless something else was said. The encoding is said to
/// be `identity`: the middleware that compresses would hold events back.
/// To `HEAD` it answers without a body.
///
/// Return it, or what `customize()` makes of it. As the body of a response of your own, `HttpResponse::Ok().body(…)`, it
/// has neither headers nor comments, and `HEAD` polls it to its end.
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
/// A client that has gone away is noticed at the next event or comment, as actix-web takes it for one that may still
/// read: without keep-alives the stream of a silent body is held for good.
impl<S, T, E> Responder for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>> + 'static,
    T: EncodeEvent,
    E: Into<Box<dyn StdError>> + 'static,
{
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        response.insert_header(ContentEncoding::Identity);
        for &header in EVENT_STREAM_HEADERS {
            response.insert_header(header);
        }
        if request.method() == Method::HEAD {
            // actix-web would poll a body that it does not send, to its end, and hold the connection until then.
            return response.body(body::None::new());
        }
        response.body(self.with_default_keep_alive())
    }
}
