//! The client of `sseer`, on a server.

use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::StreamError;
use sse_event::stream::RawEventStreamExt as _;
use sse_event_tests::server::Server;
use sseer::EventSource;
use sseer::retry::Constant;
use tokio::net::TcpListener;

use super::{Event, TEXT, reads_everything};

/// A server that sends a text, and another one to a client that was cut off after the event `7`.
fn server(first: &'static str, then: &'static str) -> Server {
    Server::start(move |request| {
        let cut_off = request.headers().get("last-event-id").is_some_and(|id| id == "7");
        let text = if cut_off { then } else { first };
        text.as_bytes().chunks(7).map(|chunk| Ok(chunk.into())).collect()
    })
}

fn source(url: &str) -> EventSource<Constant> {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    EventSource::new_with_retry(client.get(url), Constant::new(Duration::from_millis(1), None))
        .expect("a request")
}

#[tokio::test]
async fn decodes_events() {
    reads_everything(source(&server(TEXT, "").url("/")).decode_events::<Event>()).await;
}

/// Each lost connection is an error, and the stream continues over the next one.
#[tokio::test]
async fn stream_goes_on_where_client_reconnects() {
    let server =
        server("id: 7\nevent: delta\ndata: 1\n\n", "event: delta\ndata: 2\n\nevent: done\ndata:\n\n");
    let items: Vec<_> = source(&server.url("/")).decode_events::<Event>().reconnects().collect().await;
    let [Ok(Event::Delta(1)), Err(StreamError::Transport(lost)), Ok(Event::Delta(2)), Ok(Event::Done)] =
        &items[..]
    else {
        panic!("{items:?}")
    };
    assert!(lost.is_stream_ended());
}

/// After this error, the client must not be polled.
#[tokio::test]
async fn fatal_answer_is_visible() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("the loopback");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    tokio::spawn(axum::serve(listener, axum::Router::new()).into_future());
    let mut events = source(&url).decode_events::<Event>().reconnects();
    let Some(Err(StreamError::Transport(fatal))) = events.next().await else { panic!("an answer") };
    assert!(fatal.is_response_err());
    assert_eq!(fatal.status_code().map(|status| status.as_u16()), Some(404));
}
