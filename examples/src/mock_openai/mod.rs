//! A mock of OpenAI's Responses and Chat Completions APIs: each endpoint returns a stream or a single object.

pub mod chat;
mod error;
mod prompt;
pub mod responses;

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use futures_util::{StreamExt as _, stream};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sse_event::{EncodeEvent, EventBody};

use error::ApiError;

/// A request, and the response to it.
pub trait Request: DeserializeOwned + Send + 'static {
    type Event: EncodeEvent + Send + 'static;
    type Whole: Serialize;

    fn model(&self) -> &str;
    fn wants_stream(&self) -> bool;
    /// The response as a stream.
    fn events(&self) -> Vec<Self::Event>;
    /// The event that reports a failure after this many events.
    fn failure(error: ApiError, after: usize) -> Self::Event;
    /// The response as a single object.
    fn whole(&self) -> Self::Whole;
}

/// The API, with this pause before each event of a stream. A pause is as long as three keep-alive periods, so that
/// the streams contain comments.
pub fn router(pause: Duration) -> Router {
    Router::new()
        .route("/v1/responses", post(answer::<responses::Request>))
        .route("/v1/chat/completions", post(answer::<chat::Request>))
        .fallback(async |method: Method, uri: Uri| {
            ApiError::invalid_request(format_args!("there is no {method} {} here", uri.path()))
                .with_status(StatusCode::NOT_FOUND)
        })
        .with_state(pause)
}

async fn answer<R: Request>(State(pause): State<Duration>, body: Bytes) -> Response {
    let request: R = match serde_json::from_slice(&body) {
        Ok(request) => request,
        Err(error) => return ApiError::invalid_request(error).with_status(StatusCode::BAD_REQUEST),
    };
    if !request.wants_stream() {
        return json(&request.whole());
    }
    let events = stream::iter(script(&request)).then(move |event| async move {
        tokio::time::sleep(pause).await;
        event
    });
    EventBody::new(events).keep_alive_every(pause / 3).into_response()
}

/// The items to send: all events, or half of them followed by the fault that the model stands for.
fn script<R: Request>(request: &R) -> Vec<io::Result<R::Event>> {
    let mut script: Vec<_> = request.events().into_iter().map(Ok).collect();
    let half = script.len() / 2;
    let fault = match request.model() {
        "error" => Ok(R::failure(ApiError::server_error("the model `error` fails halfway"), half)),
        "cut" => Err(io::Error::other("the model `cut` aborts the response")),
        _ => return script,
    };
    script.truncate(half);
    script.push(fault);
    script
}

fn json(body: &impl Serialize) -> Response {
    match serde_json::to_string(body) {
        Ok(body) => ([(CONTENT_TYPE, "application/json")], body).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// A unique ID.
fn new_id(prefix: &str) -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    format!("{prefix}_mock{}", LAST.fetch_add(1, Ordering::Relaxed) + 1)
}

/// The seconds since 1970.
fn now() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs())
}
