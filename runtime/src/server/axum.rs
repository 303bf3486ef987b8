//! The crate `axum` (0.8), through `axum-core`: a body of events as a response.

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{AppendHeaders, IntoResponse, Response};
use futures_core::Stream;
use http::StatusCode;
use http::request::Parts;

use super::block::BodyBlock;
use super::bounds::ResponseError;
use super::last_event_id::{InvalidLastEventId, LastEventId};
use super::{EVENT_STREAM_HEADERS, EventBody};

/// Responds with the headers of an event stream, and with a comment after 15 seconds of silence unless another
/// keep-alive is set. The comments need tokio's timer: a runtime that is built by hand needs `enable_time`.
///
/// The stream may fail with any error that is `Into<Box<dyn Error + Send + Sync>>`. This impl needs the feature
/// `axum-08`: with only the feature `body`, a handler that returns an `EventBody` does not compile.
///
/// If the compiler only reports that a function is not a `Handler`, use the return type `impl IntoResponse` or
/// `#[axum::debug_handler]` to see the missing bound:
///
/// ```
/// use std::convert::Infallible;
///
/// use axum::response::IntoResponse;
/// use axum::{Router, routing::get};
/// use futures_util::stream;
/// use sse_event::{EventBody, RawEventBuf};
///
/// async fn answer() -> impl IntoResponse {
///     EventBody::new(stream::iter([Ok::<_, Infallible>(RawEventBuf::new("ping", "{}"))]))
/// }
///
/// let app: Router = Router::new().route("/answer", get(answer));
/// ```
///
/// It replaces `axum::response::Sse`, whose `Event` loses an event with empty data, turns a CR LF in data into two
/// lines, panics at a line break in a name, and keeps alive with a blank line that some clients take for an event.
impl<S, T, E> IntoResponse for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>> + Send + 'static,
    T: BodyBlock,
    E: ResponseError + Send + 'static,
{
    fn into_response(self) -> Response {
        let headers = AppendHeaders(EVENT_STREAM_HEADERS.iter().copied());
        (headers, Body::new(self)).into_response()
    }
}

/// Rejects a header that is not UTF-8 with status 400.
impl<S: Sync> FromRequestParts<S> for LastEventId {
    type Rejection = InvalidLastEventId;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, InvalidLastEventId> {
        Self::from_headers(&parts.headers)
    }
}

/// Status 400, with the error as text.
impl IntoResponse for InvalidLastEventId {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, self.to_string()).into_response()
    }
}
