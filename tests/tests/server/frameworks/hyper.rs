//! hyper 1: the body is an `http_body::Body`.

use std::convert::Infallible;

use ::hyper::Response;
use ::hyper::server::conn::http1;
use ::hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use sse_event::server::EVENT_STREAM_HEADERS;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Answer;

pub(super) async fn serve(
    listener: std::net::TcpListener,
    answer: Answer,
    mut stopped: oneshot::Receiver<()>,
) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    loop {
        let socket = tokio::select! {
            accepted = listener.accept() => accepted.expect("a connection").0,
            _ = &mut stopped => return,
        };
        let answer = answer.clone();
        let service = service_fn(move |_| {
            let response = EVENT_STREAM_HEADERS
                .iter()
                .fold(Response::builder(), |response, &(name, value)| response.header(name, value))
                .body(answer());
            async { Ok::<_, Infallible>(response.expect("the headers are valid")) }
        });
        // Either the body failed, or the client disconnected.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), service));
    }
}
