//! A server that records what it sends, and that sends half an event at the end of each response.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderMap};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::server::{Log, router};

/// The pause between two events: long enough for keep-alives with a quarter of this period.
const PACE: Duration = Duration::from_millis(20);

/// An event without its blank line, which clients must discard (HTML standard, 9.2.6 "Interpreting an event stream").
const HALF: &str = "id: half\nevent: log\ndata: half\n";

pub(super) struct Server {
    address: SocketAddr,
    pub(super) logs: UnboundedReceiver<Log>,
    exchanges: Exchanges,
}

/// A request, and the data that was sent for it so far.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) path: String,
    pub(super) last_event_id: Option<Vec<u8>>,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

type Exchanges = Arc<Mutex<Vec<Exchange>>>;

impl Server {
    /// Listens on a free port of the loopback for the duration of the test.
    pub(super) async fn start() -> io::Result<Self> {
        let (router, logs) = router(PACE);
        let exchanges = Exchanges::default();
        let router = router.layer(from_fn_with_state(Arc::clone(&exchanges), tap));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        tokio::spawn(axum::serve(listener, router).into_future());
        Ok(Self { address, logs, exchanges })
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// All exchanges so far, in the order of the requests.
    pub(super) fn exchanges(&self) -> Vec<Exchange> {
        self.exchanges.lock().unwrap().clone()
    }
}

async fn tap(State(exchanges): State<Exchanges>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let last_event_id = request.headers().get("last-event-id").map(|id| id.as_bytes().to_owned());
    let response = next.run(request).await;

    let headers = response.headers().clone();
    let is_events = headers.get(CONTENT_TYPE).is_some_and(|media_type| media_type == "text/event-stream");
    let at = {
        let mut exchanges = exchanges.lock().unwrap();
        exchanges.push(Exchange { path, last_event_id, headers, body: Vec::new() });
        exchanges.len() - 1
    };
    if !is_events {
        return response;
    }
    response.map(|body| {
        let half = stream::iter([Ok(Bytes::from_static(HALF.as_bytes()))]);
        Body::from_stream(body.into_data_stream().chain(half).inspect_ok(move |bytes| {
            exchanges.lock().unwrap()[at].body.extend_from_slice(bytes);
        }))
    })
}
