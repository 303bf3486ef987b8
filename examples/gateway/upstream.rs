//! The upstream of the demonstration and of the tests: a script with one event per chunk.

use std::io;
use std::net::Ipv4Addr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;

/// The response for `/answer`.
#[derive(Clone, Copy)]
pub(crate) struct Script {
    pub(crate) events: &'static str,
    /// The pause before each event.
    pub(crate) pause: Duration,
    /// Whether the connection is aborted after the last event.
    pub(crate) breaks: bool,
}

impl Script {
    /// The events after the one that the client has seen last, and the end of the connection.
    fn chunks(self, seen: Option<&str>) -> impl Iterator<Item = io::Result<&'static str>> + use<> {
        let seen = seen.and_then(|id| self.events.find(&format!("\nid: {id}\n")));
        let unseen = seen.and_then(|at| self.events[at..].split_once("\n\n"));
        let events = unseen.map_or(self.events, |(_, unseen)| unseen).split_inclusive("\n\n").map(Ok);
        events.chain(self.breaks.then(|| Err(io::Error::other("cut"))))
    }

    pub(crate) fn app(self) -> Router {
        let answer = async move |headers: HeaderMap| {
            let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok());
            let chunks = stream::iter(self.chunks(seen)).then(move |chunk| async move {
                tokio::time::sleep(self.pause).await;
                chunk
            });
            ([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(chunks))
        };
        Router::new().route("/answer", get(answer))
    }
}

/// Serves on a free port of the loopback while the runtime runs. Returns the URL.
pub(crate) async fn serve(app: Router) -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}/answer", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, app).into_future());
    Ok(url)
}
