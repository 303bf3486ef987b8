//! `reqwest-eventsource`, on a server.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use reqwest_eventsource::retry::Constant;
use reqwest_eventsource::{Error, Event as Item, EventSource};
use sse_event::stream::RawEventStreamExt as _;
use sse_event::wire::AsRawEvent as _;
use sse_event::{RawEvent, StreamError};
use sse_event_tests::server::Server;

use super::{Event, TEXT, reads_everything};

/// A server that sends a text, and another one to a client that was cut off after the event `7`.
fn server(first: &'static str, then: &'static str) -> Server {
    Server::start(move |request| {
        let cut_off = request.headers().get("last-event-id").is_some_and(|id| id == "7");
        let text = if cut_off { then } else { first };
        text.as_bytes().chunks(7).map(|chunk| Ok(chunk.into())).collect()
    })
}

fn source(server: &Server) -> EventSource {
    let mut source = EventSource::get(server.url("/"));
    source.set_retry_policy(Box::new(Constant::new(Duration::from_millis(1), None)));
    source
}

#[tokio::test]
async fn decodes_events() {
    reads_everything(source(&server(TEXT, "")).decode_events::<Event>()).await;
}

#[tokio::test]
async fn opened_connection_is_not_event() {
    let server = server("id: 1\nretry: 5\nevent: a\ndata: b\n\n", "");
    let items = source(&server).take(2).try_collect::<Vec<Item>>().await.expect("items");
    assert_eq!(items[0].as_raw_event(), None);
    let raw = RawEvent::new("a", "b").with_id("1").with_retry(Duration::from_millis(5));
    assert_eq!(items[1].as_raw_event(), Some(raw));
}

/// This client reports the end of a response as an error, which is the last item.
#[tokio::test]
async fn end_of_input_is_error() {
    let server = server("event: delta\ndata: 1\n\n", "");
    let mut events = source(&server).decode_events::<Event>();
    assert!(matches!(events.next().await, Some(Ok(Event::Delta(1)))));
    assert!(matches!(events.next().await, Some(Err(StreamError::Transport(Error::StreamEnded)))));
    assert!(events.next().await.is_none());
}

/// Each lost connection is an error, and the stream continues over the next one.
#[tokio::test]
async fn stream_goes_on_where_client_reconnects() {
    let server =
        server("id: 7\nevent: delta\ndata: 1\n\n", "event: delta\ndata: 2\n\nevent: done\ndata:\n\n");
    let items: Vec<_> = source(&server).decode_events::<Event>().reconnects().collect().await;
    assert!(
        matches!(
            &items[..],
            [Ok(Event::Delta(1)), Err(StreamError::Transport(_)), Ok(Event::Delta(2)), Ok(Event::Done)]
        ),
        "{items:?}"
    );
}
