//! The blocks of a body that are not events: comments, IDs and reconnection times.

use std::task::Poll;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use sse_event::server::{Block, BodyError};
use sse_event::wire::Comment;
use sse_event::{ByteStreamExt as _, EventBody, EventMeta, RawEventBuf};

use crate::body::{END, PING, chunk, failure, next};
use crate::client::soon;
use crate::{Broken, Event};

type Item = Result<Block<(Event, EventMeta)>, Broken>;

fn ping() -> Block<(Event, EventMeta)> {
    Event::Ping.bare().into()
}

fn meta() -> EventMeta {
    EventMeta::default()
}

#[test]
fn every_block_is_a_chunk() {
    let seconds = Duration::from_secs;
    for (block, expected) in [
        (Block::Event(Event::Ping.bare()), PING),
        (Comment::new("still\nthere").into(), ": still\n: there\n"),
        (Comment::new("a\rdata: forged\n\nb").into(), ": a\n: data: forged\n:\n: b\n"),
        // A reconnection time counts at once, an ID at the blank line.
        (meta().with_retry(seconds(3)).into(), "retry: 3000\n"),
        (meta().with_id("7").into(), "id: 7\n\n"),
        (meta().with_id("7").with_retry(seconds(3)).into(), "id: 7\nretry: 3000\n\n"),
        (meta().reset_id().into(), "id: \n\n"),
    ] {
        let mut body = EventBody::new(stream::iter([Ok::<_, Broken>(block)]));
        assert_eq!(next(&mut body), chunk(expected));
        assert_eq!(next(&mut body), chunk(END));
        assert_eq!(next(&mut body), Poll::Ready(None));
    }
}

/// An empty chunk would end the body of an HTTP/1.1 response.
#[test]
fn empty_block_is_skipped() {
    let blocks: [Item; 3] = [Ok(meta().into()), Ok(ping()), Ok(meta().into())];
    let mut body = EventBody::new(stream::iter(blocks));
    assert_eq!([next(&mut body), next(&mut body)], [chunk(PING), chunk(END)]);
}

#[test]
fn comment_block_counts_as_sign_of_life() {
    let ticks = stream::iter([()]).chain(stream::pending());
    let comments = stream::iter([Item::Ok(Comment::new("busy").into())]).chain(stream::pending());
    let mut body = EventBody::new(comments).keep_alive(ticks);
    assert_eq!([next(&mut body), next(&mut body)], [chunk(": busy\n"), Poll::Pending]);
}

#[test]
fn terminal_event_in_a_block_ends_the_body() {
    let terminal = Item::Ok(Event::Finished.bare().into());
    let mut body = EventBody::new(stream::iter([terminal, Ok(ping())]));
    assert_eq!(next(&mut body), chunk("event: finished\ndata: {}\n\n"));
    assert_eq!([next(&mut body), next(&mut body)], [chunk(END), Poll::Ready(None)]);
}

#[test]
fn failure_after_a_comment_is_flushed_first() {
    let mut body = EventBody::new(stream::iter([Ok(Comment::new("busy").into()), Err(Broken), Ok(ping())]));
    assert_eq!(next(&mut body), chunk(": busy\n"));
    assert!(matches!(failure(&mut body), BodyError::Source(Broken)));
    assert_eq!(next(&mut body), Poll::Ready(None));
}

#[test]
fn hostile_id_of_a_block_is_an_error() {
    for id in ["7\n", "7\rdata: forged\r\r", "7\0"] {
        let mut body = EventBody::new(stream::iter::<[Item; 2]>([Ok(meta().with_id(id).into()), Ok(ping())]));
        assert!(matches!(failure(&mut body), BodyError::Encode(_)), "{id:?}");
        assert_eq!(next(&mut body), Poll::Ready(None));
    }
}

#[tokio::test]
async fn reader_gets_ids_and_times_of_blocks() {
    let retry = Duration::from_millis(40);
    let blocks: [Item; 7] = [
        Ok(meta().with_retry(retry).into()),
        Ok(Comment::new("data: forged").into()),
        Ok(ping()),
        Ok(meta().with_id("7").into()),
        Ok(ping()),
        Ok(meta().reset_id().into()),
        Ok(ping()),
    ];
    let mut events = EventBody::new(stream::iter(blocks)).raw_events();
    let mut ids = Vec::new();
    while let Some(event) = soon(events.next()).await {
        let event: RawEventBuf = event.expect("an event");
        ids.push((event.event, event.id));
    }
    let event = |name: &str, id: Option<&str>| (name.to_owned(), id.map(str::to_owned));
    let expected =
        [event("ping", None), event("ping", Some("7")), event("ping", Some("")), event("", Some(""))];
    assert_eq!(ids, expected);
    assert_eq!((events.last_event_id(), events.retry()), (None, Some(retry)));
}
