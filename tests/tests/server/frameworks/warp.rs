//! warp 0.4, which has no adapter: a reply from a stream of bytes.

use ::warp::Filter as _;
use ::warp::reply::{self, Reply};
use sse_event::server::EVENT_STREAM_HEADERS;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Answer;

pub(super) async fn serve(listener: std::net::TcpListener, answer: Answer, stopped: oneshot::Receiver<()>) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    let route = ::warp::path::end().map(move || {
        EVENT_STREAM_HEADERS.iter().fold(reply::stream(answer()).into_response(), |reply, &(name, value)| {
            reply::with_header(reply, name, value).into_response()
        })
    });
    tokio::select! {
        () = ::warp::serve(route).incoming(listener).run() => {}
        _ = stopped => {}
    }
}
