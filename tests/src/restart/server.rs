//! The server, and its graceful shutdown.

use std::error::Error;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use std::{io, thread};

use actix_web::{App, HttpServer, Responder, web};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use sse_event::EventBody;
use sse_event::server::LastEventId;
use tokio::net::TcpSocket;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::log::Log;

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 4096;

/// The framework that serves the log.
#[derive(Clone, Copy, Debug)]
pub enum Framework {
    /// axum 0.8.
    Axum,
    /// actix-web 4.
    Actix,
}

/// A server in a separate thread.
pub(super) struct Server {
    address: SocketAddr,
    shutdown: CancellationToken,
    gone: oneshot::Receiver<io::Result<()>>,
}

/// The data for responses.
#[derive(Clone)]
struct Served {
    log: Log,
    shutdown: CancellationToken,
}

impl Server {
    /// Listens on this address.
    pub(super) fn start(framework: Framework, address: SocketAddr, log: Log) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        // The system still has connections of the previous server.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        let listener = socket.listen(BACKLOG)?.into_std()?;
        let address = listener.local_addr()?;
        let shutdown = CancellationToken::new();
        let served = Served { log, shutdown: shutdown.clone() };
        let (sender, gone) = oneshot::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let ended = runtime.and_then(|runtime| {
                runtime.block_on(async {
                    match framework {
                        Framework::Axum => axum(listener, served).await,
                        Framework::Actix => actix(listener, served).await,
                    }
                })
            });
            // After a failed run, the receiver is gone.
            let _ = sender.send(ended);
        });
        Ok(Self { address, shutdown, gone })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Signals the shutdown and waits until the server has stopped.
    pub(super) async fn shut_down(self) -> Result<(), Box<dyn Error + Send + Sync>> {
        self.shutdown.cancel();
        Ok(self.gone.await??)
    }
}

async fn axum(listener: TcpListener, served: Served) -> io::Result<()> {
    async fn events(
        State(served): State<Served>,
        Path(client): Path<u64>,
        last: LastEventId,
    ) -> impl IntoResponse {
        let events = served.log.after(client, number(last));
        EventBody::new(events).until(served.shutdown.cancelled_owned())
    }

    let shutdown = served.shutdown.clone();
    let app = Router::new().route("/{client}", get(events)).with_state(served);
    let listener = tokio::net::TcpListener::from_std(listener)?;
    ::axum::serve(listener, app).with_graceful_shutdown(shutdown.cancelled_owned()).await
}

async fn actix(listener: TcpListener, served: Served) -> io::Result<()> {
    async fn events(served: web::Data<Served>, client: web::Path<u64>, last: LastEventId) -> impl Responder {
        let events = served.log.after(client.into_inner(), number(last));
        EventBody::new(events).until(served.shutdown.clone().cancelled_owned())
    }

    let Served { log, shutdown } = served.clone();
    let app =
        move || App::new().app_data(web::Data::new(served.clone())).route("/{client}", web::get().to(events));
    let running = HttpServer::new(app).workers(2).disable_signals().listen(listener)?.run();
    let handle = running.handle();
    tokio::spawn(async move {
        shutdown.cancelled().await;
        // Clients that reconnect at once wait for the next server.
        handle.pause().await;
        // Without open responses, actix-web does not check for open connections again a second later.
        while log.readers() > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        handle.stop(true).await;
    });
    running.await
}

/// The event after which a client resumes.
fn number(LastEventId(last): LastEventId) -> u64 {
    last.and_then(|id| id.parse().ok()).unwrap_or(0)
}
