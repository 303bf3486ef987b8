//! Reads responses with `sse_events()`.

use std::time::Duration;

use futures_util::{Stream, StreamExt as _};
use reqwest::Response;
use reqwest::header::ACCEPT_ENCODING;
use sse_event::{ByteStreamExt as _, EventMeta, StreamError};

use crate::Event;
use crate::frameworks::Server;

pub(crate) type Read = Result<(Event, EventMeta), StreamError<reqwest::Error>>;

/// The head of a response, for a client that accepts compression.
pub(crate) async fn open(server: &Server) -> Response {
    // A proxy from the environment must not be used for the loopback.
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.get(server.url()).header(ACCEPT_ENCODING, "gzip");
    soon(request.send()).await.and_then(Response::error_for_status).expect("a response")
}

/// The events as they arrive.
pub(crate) fn events(response: Response) -> impl Stream<Item = Read> + Unpin {
    response.bytes_stream().sse_events::<Event>().with_meta()
}

/// Every event, and the error that ended the stream.
pub(crate) async fn read(server: &Server) -> (Vec<(Event, EventMeta)>, Option<StreamError<reqwest::Error>>) {
    let mut stream = events(open(server).await);
    let mut events = Vec::new();
    while let Some(item) = soon(stream.next()).await {
        match item {
            Ok(event) => events.push(event),
            Err(error) => {
                assert!(soon(stream.next()).await.is_none(), "an item after the error");
                return (events, Some(error));
            }
        }
    }
    (events, None)
}

/// Every byte.
pub(crate) async fn bytes(server: &Server) -> String {
    let bytes = soon(open(server).await.bytes()).await.expect("a whole body");
    String::from_utf8(bytes.into()).expect("UTF-8")
}

/// Waits for an expected condition, with a time limit.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(30), future).await.expect("it happens")
}
