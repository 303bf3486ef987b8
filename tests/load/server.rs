//! The server: every stream waits until all of them are open, and then follows its script.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use futures_util::{StreamExt as _, stream};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::Barrier;

use crate::fault::Fault;
use crate::script::{Step, steps};

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 4096;

pub(crate) struct Server {
    address: SocketAddr,
    /// The path where closed connections are reset.
    resetting: SocketAddr,
    state: Arc<Streams>,
}

struct Streams {
    all_open: Barrier,
    open: AtomicUsize,
    sent: AtomicU64,
}

impl Server {
    /// Listens on two free ports of the loopback while the process lives.
    pub(crate) fn start(streams: usize) -> io::Result<Self> {
        let state = Arc::new(Streams {
            all_open: Barrier::new(streams),
            open: AtomicUsize::new(0),
            sent: AtomicU64::new(0),
        });
        let app = Router::new().route("/{stream}", get(serve)).with_state(Arc::clone(&state));
        let (listener, address) = listen()?;
        tokio::spawn(axum::serve(listener, app.clone()).into_future());
        let (listener, resetting) = listen()?;
        let listener = listener.tap_io(|socket| {
            // Without it the connection is closed, which is another fault that the reader cannot distinguish.
            let _ = socket.set_zero_linger();
        });
        tokio::spawn(axum::serve(listener, app).into_future());
        Ok(Self { address, resetting, state })
    }

    pub(crate) fn url(&self, stream: usize) -> String {
        let address = if Fault::of(stream) == Fault::Reset { self.resetting } else { self.address };
        format!("http://{address}/{stream}")
    }

    /// Events that were handed to the network.
    pub(crate) fn sent(&self) -> u64 {
        self.state.sent.load(Ordering::Relaxed)
    }

    /// Waits until every stream has ended on the server's side too.
    pub(crate) async fn hung_up(&self) {
        while self.state.open.load(Ordering::Relaxed) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

fn listen() -> io::Result<(TcpListener, SocketAddr)> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
    let listener = socket.listen(BACKLOG)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

async fn serve(Path(stream): Path<usize>, State(streams): State<Arc<Streams>>) -> impl IntoResponse {
    let open = Open::new(Arc::clone(&streams));
    streams.all_open.wait().await;
    let body = stream::iter(steps(stream, Fault::of(stream))).filter_map(move |step| {
        let streams = Arc::clone(&open.0);
        async move {
            match step {
                Step::Send(bytes, events) => {
                    streams.sent.fetch_add(events, Ordering::Relaxed);
                    Some(Ok(bytes))
                }
                Step::Pause(time) => {
                    tokio::time::sleep(time).await;
                    None
                }
                Step::Break => Some(Err(io::Error::other("aborted by the script"))),
            }
        }
    });
    ([(CONTENT_TYPE, "text/event-stream; charset=utf-8")], Body::from_stream(body))
}

/// Counts a stream while the server holds it.
struct Open(Arc<Streams>);

impl Open {
    fn new(streams: Arc<Streams>) -> Self {
        streams.open.fetch_add(1, Ordering::Relaxed);
        Self(streams)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}
