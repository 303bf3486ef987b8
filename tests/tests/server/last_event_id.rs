//! The last event ID, from a server through a gateway to a client.

use futures_util::StreamExt as _;
use sse_event::{ByteStreamExt as _, EventBody, RawEventBuf};

use crate::client::{open, soon};
use crate::frameworks::Framework;
use crate::{Event, Item, body};

/// The IDs of these events, after every event has gone through a gateway.
async fn through_a_gateway(framework: Framework, sent: &[Option<&str>]) -> Vec<Option<String>> {
    let items: Vec<Item> = sent
        .iter()
        .map(|id| {
            let (event, mut meta) = Event::Ping.bare();
            meta.id = id.map(str::to_owned);
            Ok((event, meta))
        })
        .collect();
    let upstream = framework.serve_all(items);
    let received = open(&upstream).await.bytes_stream().raw_events();
    let received: Vec<RawEventBuf> =
        soon(received.map(|item| item.expect("an event")).collect::<Vec<_>>()).await;
    // As a gateway would without the server between: the body is what goes to the client.
    let sent_on =
        EventBody::new(futures_util::stream::iter(received.into_iter().map(Ok::<_, std::io::Error>)));
    let read = sent_on.raw_events().map(|item| item.expect("an event").id);
    let mut ids: Vec<_> = soon(read.collect()).await;
    ids.truncate(sent.len());
    ids
}

/// Without the empty `id:` line, the client would keep the ID and resume from it.
#[tokio::test]
async fn a_reset_id_goes_through_a_gateway() {
    for framework in Framework::ALL {
        let sent = [None, Some("5"), None, Some(""), None, Some("6")];
        let expected = [None, Some("5"), Some("5"), Some(""), Some(""), Some("6")];
        let received = through_a_gateway(framework, &sent).await;
        assert_eq!(received, expected.map(|id| id.map(str::to_owned)), "{framework:?}");
    }
}

/// What a typed stream yields, and what a client has to resume from.
#[tokio::test]
async fn a_reader_learns_of_a_reset_id() {
    for framework in Framework::ALL {
        let (event, meta) = Event::Ping.bare();
        let items: Vec<Item> = vec![
            Ok((event.clone(), meta.clone().with_id("5"))),
            Ok((event.clone(), meta.reset_id())),
            Ok(event.bare()),
        ];
        let server = framework.serve(move || body(futures_util::stream::iter(items.clone())));
        let mut events = open(&server).await.bytes_stream().sse_events::<Event>().with_meta();
        let mut seen = Vec::new();
        while let Some(item) = soon(events.next()).await {
            let id = item.expect("an event").1.id;
            seen.push((id, events.last_event_id().map(str::to_owned)));
        }
        let owned = |id: &str| Some(id.to_owned());
        let expected = [(owned("5"), owned("5")), (owned(""), None), (owned(""), None)];
        assert_eq!(seen, expected, "{framework:?}");
    }
}
