//! The server: numbered events, and connections that are aborted at random.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use futures_util::stream;
use tokio::net::TcpSocket;
use tokio::time::sleep;

pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    broken: AtomicU64,
    /// The run is over: connections are kept open.
    is_draining: AtomicBool,
}

impl Server {
    pub(crate) fn start() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
        let listener = socket.listen(4096)?;
        let address = listener.local_addr()?;
        let state = Arc::<Shared>::default();
        let app = Router::new().route("/{stream}", get(serve)).with_state(Arc::clone(&state));
        tokio::spawn(axum::serve(listener, app).into_future());
        Ok(Self { address, state })
    }

    pub(crate) fn url(&self, stream: usize) -> String {
        format!("http://{}/{stream}", self.address)
    }

    pub(crate) fn broken(&self) -> u64 {
        self.state.broken.load(Ordering::Relaxed)
    }

    /// Stops aborting connections.
    pub(crate) fn drain(&self) {
        self.state.is_draining.store(true, Ordering::Relaxed);
    }
}

/// The next step of a connection.
enum Step {
    /// Sends this event, after a pause.
    Event(u64),
    /// Sends a part of the event and aborts the connection.
    Part(u64),
    Break,
}

async fn serve(State(state): State<Arc<Shared>>, headers: HeaderMap) -> impl IntoResponse {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let first = last.unwrap_or(0_u64) + 1;
    let body = stream::try_unfold(Step::Event(first), move |step| {
        let state = Arc::clone(&state);
        async move {
            let number = match step {
                Step::Event(number) | Step::Part(number) => number,
                Step::Break => {
                    state.broken.fetch_add(1, Ordering::Relaxed);
                    return Err(io::Error::other("aborted at random"));
                }
            };
            sleep(Duration::from_millis(fastrand::u64(50..400))).await;
            let mut text = format!("id: {number}\nevent: tick\ndata: {number}\n\n");
            if let Step::Part(_) = step {
                text.truncate(fastrand::usize(..text.len()));
                return Ok(Some((text, Step::Break)));
            }
            let next = match fastrand::u8(..10) {
                _ if state.is_draining.load(Ordering::Relaxed) => Step::Event(number + 1),
                0 => Step::Part(number + 1),
                1 => Step::Break,
                _ => Step::Event(number + 1),
            };
            Ok(Some((text, next)))
        }
    });
    ([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(body))
}
