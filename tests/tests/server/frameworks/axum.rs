//! axum 0.8: as a response, and as a stream of bytes.

use ::axum::Router;
use ::axum::response::{AppendHeaders, IntoResponse};
use ::axum::routing::get;
use sse_event::server::EVENT_STREAM_HEADERS;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_http::compression::CompressionLayer;

use super::Answer;

pub(super) fn responses(answer: Answer) -> Router {
    app(move || std::future::ready(answer()))
}

/// Here the user must set the headers.
pub(super) fn streams(answer: Answer) -> Router {
    app(move || {
        std::future::ready((
            AppendHeaders(EVENT_STREAM_HEADERS.iter().copied()),
            ::axum::body::Body::from_stream(answer()),
        ))
    })
}

fn app<F, R>(handler: impl Fn() -> F + Clone + Send + Sync + 'static) -> Router
where
    F: Future<Output = R> + Send + 'static,
    R: IntoResponse + 'static,
{
    Router::new()
        .route("/", get(handler))
        .route("/page", get(async || super::page()))
        .layer(CompressionLayer::new())
}

pub(super) async fn serve(listener: std::net::TcpListener, app: Router, stopped: oneshot::Receiver<()>) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    tokio::select! {
        served = ::axum::serve(listener, app) => served.expect("serving"),
        _ = stopped => {}
    }
}
