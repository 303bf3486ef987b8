//! The same body in every framework, with compressing middleware if there is one.

mod actix;
mod axum;
mod hyper;
mod warp;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use tokio::sync::oneshot;

use crate::{Body, Item};

type Answer = Arc<dyn Fn() -> Body + Send + Sync>;

/// A text that is large enough to be compressed.
fn page() -> String {
    "a page ".repeat(1000)
}

/// How a body is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Framework {
    /// Returned from a handler of axum.
    Axum,
    /// As a stream of bytes, in a body of axum's.
    AxumStream,
    /// Returned from a handler of actix-web.
    Actix,
    /// As the body of a response of hyper's.
    Hyper,
    /// As a stream of bytes, in a reply of warp's.
    Warp,
}

impl Framework {
    pub(crate) const ALL: [Self; 5] = [Self::Axum, Self::AxumStream, Self::Actix, Self::Hyper, Self::Warp];

    /// Answers every request to `/` with such a body.
    pub(crate) fn serve(self, answer: impl Fn() -> Body + Send + Sync + 'static) -> Server {
        let answer: Answer = Arc::new(answer);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("the loopback");
        let address = listener.local_addr().expect("an address");
        listener.set_nonblocking(true).expect("tokio wants it so");
        let (stop, stopped) = oneshot::channel();
        // A test that waits for its client must not block its server.
        let thread = thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                match self {
                    Self::Axum => axum::serve(listener, axum::responses(answer), stopped).await,
                    Self::AxumStream => axum::serve(listener, axum::streams(answer), stopped).await,
                    Self::Actix => actix::serve(listener, answer, stopped).await,
                    Self::Hyper => hyper::serve(listener, answer, stopped).await,
                    Self::Warp => warp::serve(listener, answer, stopped).await,
                }
            });
        });
        Server { address, stop: Some(stop), thread: Some(thread) }
    }

    /// Answers with these events and ends.
    pub(crate) fn serve_all(self, items: impl IntoIterator<Item = Item>) -> Server {
        let items: Vec<Item> = items.into_iter().collect();
        self.serve(move || crate::body(futures_util::stream::iter(items.clone())))
    }
}

/// A server that runs until it is dropped. If it panics, the test panics too.
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().map(thread::JoinHandle::join);
        assert!(thread::panicking() || ended.is_none_or(|ended| ended.is_ok()), "the server panicked");
    }
}
