//! The server: it serves a page and the events, and collects the page's log of them.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt as _, stream};
use serde::Deserialize;
use sse_event::server::{Block, LastEventId};
use sse_event::{EventBody, EventMeta, SseEvent as _};
use tokio::sync::mpsc;

use crate::event::PageEvent;
use crate::script;

/// The events that a page has received.
#[derive(Debug, Deserialize)]
pub(crate) struct Log {
    pub(crate) events: Vec<Received>,
    /// The duration of each reconnection in milliseconds.
    pub(crate) reconnections: Vec<u64>,
}

/// An event as `EventSource` delivers it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(test), expect(dead_code, reason = "the program only counts them, the tests compare them"))]
pub(crate) struct Received {
    pub(crate) name: String,
    pub(crate) data: String,
    pub(crate) last_event_id: String,
}

/// The server's routes, and the logs that pages send.
pub(crate) fn router(pace: Duration) -> (Router, mpsc::UnboundedReceiver<Log>) {
    let (sender, logs) = mpsc::unbounded_channel();
    let router = Router::new()
        .route("/", get(async || Html(include_str!("page.html"))))
        .route("/names", get(names))
        .route("/events", get(events).with_state(pace))
        .route("/log", post(log).with_state(sender));
    (router, logs)
}

/// The names that the page listens for, so that it does not need a list that could differ from the enum.
async fn names() -> impl IntoResponse {
    serde_json::to_string(PageEvent::EVENT_TYPES).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn events(State(pace): State<Duration>, LastEventId(last_event_id): LastEventId) -> Response {
    let events = script::after(last_event_id.as_deref());
    if events.is_empty() {
        // The only response after which a browser does not reconnect.
        return StatusCode::NO_CONTENT.into_response();
    }
    // Repeats the ID, for a client that starts over with each response.
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
    // If nobody receives it, the program is about to end.
    let _ = logs.send(log);
    StatusCode::NO_CONTENT
}
