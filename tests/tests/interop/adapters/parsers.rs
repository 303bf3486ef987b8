//! The parsers that read bytes: `sse-stream` and `sseer`.

use std::io;
use std::time::Duration;

use axum::body::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use sse_event::stream::RawEventStreamExt as _;
use sse_event::wire::AsRawEvent as _;
use sse_event::{EventMeta, RawEvent, RawEventBuf, StreamError};

use super::{Event, TEXT, reads_everything};

fn bytes(text: &str) -> impl Stream<Item = io::Result<Bytes>> + Unpin + Send {
    let chunks: Vec<_> = text.as_bytes().chunks(7).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    stream::iter(chunks)
}

/// The IDs and reconnection times of the events `a`, `b`, … of a stream.
async fn meta<E: std::fmt::Debug>(
    events: impl Stream<Item = Result<(RawEventBuf, EventMeta), StreamError<E>>>,
) -> Vec<(String, Option<String>, Option<Duration>)> {
    events
        .map(|item| item.expect("an event"))
        .map(|(event, meta)| (event.data, meta.id, meta.retry))
        .collect()
        .await
}

/// Blocks become the events of one stream: IDs stay, and blocks without data count.
const BLOCKS: &str = "data: a\n\nid: 1\nretry: 5\n\ndata: b\n\nid: 2\ndata: c\n\ndata: d\n\nid:\ndata: e\n\nretry: 7\ndata: f\n\n";

fn expected() -> Vec<(String, Option<String>, Option<Duration>)> {
    let millis = |millis| Some(Duration::from_millis(millis));
    [
        ("a", None, None),
        ("b", Some("1"), millis(5)),
        ("c", Some("2"), None),
        ("d", Some("2"), None),
        ("e", Some(""), None),
        ("f", Some(""), millis(7)),
    ]
    .map(|(data, id, retry)| (data.to_owned(), id.map(str::to_owned), retry))
    .to_vec()
}

#[tokio::test]
async fn sse_stream_02() {
    use sse_stream_02::{Error, Sse, SseStream};
    reads_everything(SseStream::from_bytes_stream(bytes(TEXT)).decode_events::<Event>()).await;
    let events = SseStream::from_bytes_stream(bytes(BLOCKS)).decode_events::<RawEventBuf>();
    assert_eq!(meta(events.with_meta()).await, expected());

    let mut broken = SseStream::from_bytes_stream(bytes("no field\n\n")).decode_events::<Event>();
    assert!(matches!(broken.next().await, Some(Err(StreamError::Transport(Error::InvalidLine)))));
    assert!(broken.next().await.is_none());

    let sse = Sse::default().event("a").data("").id("1").retry(5);
    let raw = RawEvent::new("a", "").with_id("1").with_retry(Duration::from_millis(5));
    assert_eq!(sse.as_raw_event(), Some(raw));
    assert_eq!(Sse::default().event("a").id("1").as_raw_event(), None);
}

#[tokio::test]
async fn sse_stream_03() {
    use sse_stream_03::{Error, Sse, SseByteStream, SseStream};
    reads_everything(SseByteStream::new(bytes(TEXT)).decode_events::<Event>()).await;
    reads_everything(SseStream::from_bytes_stream(bytes(TEXT)).decode_events::<Event>()).await;
    let events = SseByteStream::new(bytes(BLOCKS)).decode_events::<RawEventBuf>();
    assert_eq!(meta(events.with_meta()).await, expected());

    let lost = stream::iter([Err::<Bytes, _>(io::Error::other("lost"))]);
    let mut broken = SseByteStream::new(lost).decode_events::<Event>();
    assert!(matches!(broken.next().await, Some(Err(StreamError::Transport(Error::Body(_))))));
    assert!(broken.next().await.is_none());

    let sse = Sse::default().event("a").data("").id("1").retry(5);
    let raw = RawEvent::new("a", "").with_id("1").with_retry(Duration::from_millis(5));
    assert_eq!(sse.as_raw_event(), Some(raw));
    assert_eq!(Sse::default().event("a").id("1").as_raw_event(), None);
}

#[tokio::test]
async fn sseer() {
    use sseer::{EventStream, errors::EventStreamError};
    reads_everything(EventStream::new(bytes(TEXT)).decode_events::<Event>()).await;

    let lost = stream::iter([Err::<Bytes, _>(io::Error::other("lost"))]);
    let mut broken = EventStream::new(lost).decode_events::<Event>();
    assert!(matches!(broken.next().await, Some(Err(StreamError::Transport(EventStreamError::Transport(_))))));
    assert!(broken.next().await.is_none());

    let event = EventStream::new(bytes("id: 1\nretry: 5\nevent: a\ndata: b\n\n")).next().await;
    let event = event.expect("an event").expect("an event");
    let raw = RawEvent::new("a", "b").with_id("1").with_retry(Duration::from_millis(5));
    assert_eq!(RawEvent::from(&event), raw);
}
