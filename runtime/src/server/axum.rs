//! The crate `axum` (0.8), by its core: a body of events is a response.

use axum_core::body::Body;
use axum_core::response::{AppendHeaders, IntoResponse, Response};
use futures_core::Stream;

use super::{EVENT_STREAM_HEADERS, EventBody};
use crate::encode::EncodeEvent;
use crate::error::BoxError;

/// With its headers, and a comment after 15 seconds of silence unless something else was said. These go by tokio's clock,
/// which a runtime that was built by hand has with `enable_time`.
///
/// Where a router says no more than that a function is no `Handler`, the return type `impl IntoResponse`, or
/// `#[axum::debug_handler]`, lets the compiler name the bound that is missing:
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
/// It takes the place of `axum::response::Sse`, whose `Event` loses an event with empty data, makes a CR LF in data two
/// lines, panics at a line break in a name, and keeps alive with a blank line that some clients take for an event.
impl<S, T, E> IntoResponse for EventBody<S, E>
where
    S: Stream<Item = Result<T, E>> + Send + 'static,
    T: EncodeEvent,
    E: Into<BoxError> + Send + 'static,
{
    fn into_response(self) -> Response {
        let headers = AppendHeaders(EVENT_STREAM_HEADERS.iter().copied());
        (headers, Body::new(self.with_default_keep_alive())).into_response()
    }
}
