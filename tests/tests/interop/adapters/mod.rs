//! Each adapter, on events that its crate has parsed.

mod eventsource_client;
mod parsers;
mod reqwest_eventsource;
mod sseer;

use std::fmt::Debug;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::stream::EventStream;
use sse_event::stream::Source;
use sse_event::{ErrorKind, RawEvent, SseEvent, StreamError};

/// The end is declared, so that no parser has to end its stream.
#[derive(Debug, PartialEq, SseEvent)]
enum Event {
    #[event("delta")]
    Delta(u8),
    #[event("message", raw)]
    Message(String),
    #[event("done", terminal)]
    Done,
}

/// Input that every parser reads in the same way: names, data with several lines, IDs, a reconnection time, a block
/// that is not an event, an unknown event, a malformed one, and more input after the end.
const TEXT: &str = ": a comment\n\nid: 1\nretry: 50\nevent: delta\ndata: 1\n\ndata: é\ndata: 🌤\n\n\
                    id: 2\n\nevent: what\ndata: {}\n\nevent: delta\ndata: x\n\n\
                    id: 3\nevent: done\ndata:\n\nevent: delta\ndata: 4\n\n";

/// Reads [`TEXT`] through the adapter, as a user does.
async fn reads_everything<S>(events: EventStream<S, Event>)
where
    S: Source,
    S::Error: Debug,
{
    let mut events = pin!(events);
    let millis = Some(Duration::from_millis(50));
    assert!(matches!(events.next().await, Some(Ok(Event::Delta(1)))));
    assert_eq!((events.last_event_id(), events.retry()), (Some("1"), millis));
    assert!(matches!(events.next().await, Some(Ok(Event::Message(text))) if text == "é\n🌤"));
    // Only an empty `id:` line resets it.
    assert_eq!((events.last_event_id(), events.retry()), (Some("1"), millis));
    let Some(Err(StreamError::Decode(unknown))) = events.next().await else { panic!("unknown") };
    // The ID of the block without data counts.
    assert_eq!(
        (unknown.kind(), unknown.raw_event()),
        (ErrorKind::UnknownEvent, RawEvent::new("what", "{}").with_id("2"))
    );
    let Some(Err(StreamError::Decode(malformed))) = events.next().await else { panic!("malformed") };
    assert_eq!((malformed.kind(), malformed.raw_event().id), (ErrorKind::Payload, Some("2")));
    assert!(matches!(events.next().await, Some(Ok(Event::Done))));
    assert_eq!(events.last_event_id(), Some("3"));
    assert!(events.next().await.is_none());
}
