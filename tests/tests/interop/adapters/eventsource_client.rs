//! `eventsource-client`, on a transport in memory.

use std::future::ready;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use eventsource_client::{Client, ClientBuilder, Error, ReconnectOptions, SSE};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use launchdarkly_sdk_transport::{HttpTransport, Request, Response, ResponseFuture};
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{RawEvent, StreamError};

use super::{Event, TEXT, reads_everything};

/// Answers each request with the next text, and records the `Last-Event-ID` of the request.
#[derive(Clone, Default)]
struct Answers {
    texts: Arc<Mutex<Vec<&'static str>>>,
    ids: Arc<Mutex<Vec<Option<String>>>>,
}

impl HttpTransport for Answers {
    fn request(&self, request: Request<Option<Bytes>>) -> ResponseFuture {
        let id = request.headers().get("last-event-id").map(|id| id.to_str().expect("text").to_owned());
        self.ids.lock().expect("no thread panics with it").push(id);
        let text = self.texts.lock().expect("no thread panics with it").pop().unwrap_or_default();
        let body = stream::iter(text.as_bytes().chunks(7).map(|chunk| Ok(Bytes::from_static(chunk))));
        Box::pin(ready(Ok(Response::new(Box::pin(body) as _))))
    }
}

fn client(texts: &[&'static str], reconnect: bool) -> (impl Client, Answers) {
    let answers = Answers::default();
    answers.texts.lock().expect("no thread panics with it").extend(texts.iter().rev());
    let reconnect = ReconnectOptions::reconnect(reconnect).delay(Duration::from_millis(1)).build();
    let builder = ClientBuilder::for_url("http://localhost/").expect("a URL").reconnect(reconnect);
    (builder.build_with_transport(answers.clone()), answers)
}

#[tokio::test]
async fn decodes_events() {
    reads_everything(client(&[TEXT], false).0.stream().decode_events::<Event>()).await;
}

/// The items that are not events: the response, and each comment.
#[tokio::test]
async fn only_events_are_raw_events() {
    let text = ": comment\n\nid: 1\nretry: 5\nevent: a\ndata: b\n\n";
    let items = client(&[text], false).0.stream().take(3).try_collect::<Vec<SSE>>().await.expect("items");
    let [SSE::Connected(_), SSE::Comment(_), SSE::Event(event)] = &items[..] else { panic!("{items:?}") };
    let raw = RawEvent::new("a", "b").with_id("1").with_retry(Duration::from_millis(5));
    assert_eq!(RawEvent::from(event), raw);
    let as_raw: Vec<_> = items.iter().map(sse_event::wire::AsRawEvent::as_raw_event).collect();
    assert_eq!(as_raw, [None, None, Some(raw)]);
}

/// This client reports the end of a response as an error, which is the last item.
#[tokio::test]
async fn end_of_input_is_error() {
    let mut events = client(&["event: delta\ndata: 1\n\n"], true).0.stream().decode_events::<Event>();
    assert!(matches!(events.next().await, Some(Ok(Event::Delta(1)))));
    assert!(matches!(events.next().await, Some(Err(StreamError::Transport(Error::Eof)))));
    assert!(events.next().await.is_none());
}

/// Each lost connection is an error, and the stream continues over the next one.
#[tokio::test]
async fn stream_goes_on_where_client_reconnects() {
    let texts = ["id: 7\nevent: delta\ndata: 1\n\n", "event: delta\ndata: 2\n\nevent: done\ndata:\n\n"];
    let (client, answers) = client(&texts, true);
    let items: Vec<_> = client.stream().decode_events::<Event>().reconnects().collect().await;
    assert!(
        matches!(
            &items[..],
            [Ok(Event::Delta(1)), Err(StreamError::Transport(_)), Ok(Event::Delta(2)), Ok(Event::Done)]
        ),
        "{items:?}"
    );
    let ids = answers.ids.lock().expect("no thread panics with it");
    assert_eq!(*ids, [None, Some("7".to_owned())]);
}
