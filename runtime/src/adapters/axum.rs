//! The crate `axum` (0.8), by its core: a body of events is a response.

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use futures_core::Stream;

use crate::error::BoxError;
use crate::{EVENT_STREAM_HEADERS, EncodeEvent, EventBody};

/// With its headers, and a comment after 15 seconds of silence unless something else was said.
///
/// It takes the place of `axum::response::Sse`, whose `Event` loses an event with empty data, makes a CR LF in data two
/// lines, panics at a line break in a name, and keeps alive with a blank line that some clients take for an event.
impl<S, T, E> IntoResponse for EventBody<S>
where
    S: Stream<Item = Result<T, E>> + Send + 'static,
    T: EncodeEvent,
    E: Into<BoxError> + Send,
{
    fn into_response(self) -> Response {
        (EVENT_STREAM_HEADERS, Body::new(self.or_kept_alive())).into_response()
    }
}
