//! An HTTP server on the loopback that sends event streams, chunk by chunk.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::serve::ListenerExt as _;
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A chunk of a response; an error aborts the connection.
pub type Chunk = io::Result<Bytes>;

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    /// Stops the server on drop.
    _stop: oneshot::Sender<()>,
}

impl Server {
    /// Answers every request with the chunks that `answer` returns.
    ///
    /// # Panics
    /// If it cannot listen on the loopback.
    #[must_use]
    pub fn start(answer: impl Fn(&Request) -> Vec<Chunk> + Send + Sync + 'static) -> Self {
        let (listening, address) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        // Clients may block, so the server has a separate thread.
        thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("the loopback");
                listening.send(listener.local_addr().expect("an address")).expect("the caller waits");
                // Without this the kernel would merge small chunks.
                let listener = listener.tap_io(|socket| socket.set_nodelay(true).expect("no delay"));
                let answer = Arc::new(answer);
                let app = Router::new().fallback(async move |request: Request| {
                    // The pause flushes each chunk separately, including the last one before the connection is
                    // aborted.
                    let chunks = stream::iter(answer(&request)).then(async |chunk| {
                        tokio::task::yield_now().await;
                        chunk
                    });
                    let body = Body::from_stream(chunks);
                    ([(CONTENT_TYPE, "text/event-stream")], body)
                });
                tokio::select! {
                    served = axum::serve(listener, app) => served.expect("serving"),
                    _ = stopped => {}
                }
            });
        });
        Self { address: address.recv().expect("the server listens"), _stop: stop }
    }

    /// The URL of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}
