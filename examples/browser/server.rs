//! The server: a page, the events, and what the page has to say about them in the end.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt as _, stream};
use serde::Deserialize;
use sse_event::{Block, EventBody, EventMeta, LastEventId, SseEvent as _};
use tokio::sync::mpsc;

use crate::event::PageEvent;
use crate::script;

/// What a page has received once it is done.
#[derive(Debug, Deserialize)]
pub(crate) struct Log {
    pub(crate) events: Vec<Received>,
    /// How many milliseconds each reconnection took.
    pub(crate) reconnections: Vec<u64>,
}

/// An event as `EventSource` gives it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(test), expect(dead_code, reason = "the program counts them, the tests look into them"))]
pub(crate) struct Received {
    pub(crate) name: String,
    pub(crate) data: String,
    pub(crate) last_event_id: String,
}

/// The server's routes, and the logs that pages send it.
pub(crate) fn router(pace: Duration) -> (Router, mpsc::UnboundedReceiver<Log>) {
    let (sender, logs) = mpsc::unbounded_channel();
    let router = Router::new()
        .route("/", get(async || Html(include_str!("page.html"))))
        .route("/names", get(names))
        .route("/events", get(events).with_state(pace))
        .route("/log", post(log).with_state(sender));
    (router, logs)
}

/// What the page has to listen for: no list of its own that could drift from the enum.
async fn names() -> impl IntoResponse {
    serde_json::to_string(PageEvent::EVENT_TYPES).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn events(State(pace): State<Duration>, LastEventId(last_event_id): LastEventId) -> Response {
    let events = script::after(last_event_id.as_deref());
    if events.is_empty() {
        // The one answer after which a browser does not connect again.
        return StatusCode::NO_CONTENT.into_response();
    }
    // With the ID once more, for a client that begins anew with each response.
    let mut meta = EventMeta::default();
    meta.id.clone_from(&last_event_id);
    let connected = PageEvent::Connected { last_event_id };
    let events = stream::iter([Ok(Block::Event((connected, meta)))].into_iter().chain(events)).then(
        move |event| async move {
            tokio::time::sleep(pace).await;
            event
        },
    );
    EventBody::new(events).keep_alive_every(pace / 4).into_response()
}

async fn log(State(logs): State<mpsc::UnboundedSender<Log>>, body: String) -> StatusCode {
    let Ok(log) = serde_json::from_str(&body) else { return StatusCode::BAD_REQUEST };
    // If nobody listens any more, the program is about to end.
    let _ = logs.send(log);
    StatusCode::NO_CONTENT
}
