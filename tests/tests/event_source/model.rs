//! The processing model: when it reconnects, from which ID, and when the stream ends.

use std::future::ready;
use std::time::Duration;

use futures_util::stream::FusedStream as _;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::error::EventError;
use sse_event::event_source::{EventSourceError, LostConnection, ReadyState};
use sse_event::stream::Timer;
use sse_event::{EventSource, RawEventBuf, StreamError};
use tokio::time::{Instant, sleep, timeout};

use super::script::{Answer, breaks, ends, source, stays};
use super::{Endless, Event};

/// The numbers of the deltas that arrive within an hour, from a stream that does not fail.
async fn deltas(events: &mut EventSource<Endless>) -> Vec<u32> {
    let mut deltas = Vec::new();
    while let Ok(item) = timeout(Duration::from_secs(3600), events.next()).await {
        match item.expect("an endless stream").expect("an event") {
            Endless::Delta(number) => deltas.push(number),
            Endless::Error => panic!("an error event"),
        }
    }
    deltas
}

fn ids<const N: usize>(ids: [Option<&str>; N]) -> Vec<Option<String>> {
    ids.into_iter().map(|id| id.map(str::to_owned)).collect()
}

const ONE: &str = "id: 1\nevent: delta\ndata: 1\n\n";
const TWO: &str = "id: 2\nevent: delta\ndata: 2\n\n";

#[tokio::test(start_paused = true)]
async fn reconnects_after_end_failure_and_cut_event() {
    let cut = format!("{TWO}id: 3\nevent: delta\nda");
    let (mut events, log) = source([
        ends(ONE),
        Answer::Refuse,
        breaks(cut.clone()),
        ends(cut),
        stays("event: delta\ndata: 4\n\n"),
    ]);
    assert_eq!(deltas(&mut events).await, [1, 2, 2, 4]);
    // The ID of an incomplete event is not sent.
    assert_eq!(log.ids(), ids([None, Some("1"), Some("1"), Some("2"), Some("2")]));
    assert_eq!(log.lost(), ["ended 1", "request 2", "body 1", "truncated 1"]);
    assert_eq!(log.opened(), 4);
}

#[tokio::test(start_paused = true)]
async fn last_event_id_is_kept_over_connections_without_ids() {
    let (mut events, log) = source([
        ends(ONE),
        ends("event: delta\ndata: 2\n\n"),
        ends(": nothing\n\n"),
        Answer::Refuse,
        ends("id: 7\n\n"),
        ends("id\nevent: delta\ndata: 3\n\n"),
        stays(""),
    ]);
    assert_eq!(deltas(&mut events).await, [1, 2, 3]);
    let expected = [None, Some("1"), Some("1"), Some("1"), Some("1"), Some("7"), None];
    assert_eq!(log.ids(), ids(expected));
    assert_eq!(events.last_event_id(), None);
}

#[tokio::test(start_paused = true)]
async fn last_event_id_of_an_earlier_stream_is_sent_first() {
    let (events, log) = source::<Endless>([ends(""), stays(TWO)]);
    let mut events = events.with_last_event_id("…\u{7}".trim_end_matches('\u{7}'));
    assert_eq!(events.last_event_id(), Some("…"));
    assert_eq!(deltas(&mut events).await, [2]);
    assert_eq!(log.ids(), ids([Some("…"), Some("…")]));
    assert_eq!(events.last_event_id(), Some("2"));
}

#[tokio::test(start_paused = true)]
async fn declared_end_does_not_reconnect() {
    for end in ["event: done\ndata\n\n", "data: [DONE]\n\n"] {
        let (mut events, log) = source::<Event>([ends(format!("{ONE}{end}{TWO}")), stays(TWO)]);
        let mut items = Vec::new();
        while let Some(event) = events.try_next().await.expect("events") {
            items.push(event);
        }
        assert_eq!(items[0], Event::Delta(1), "{end:?}");
        assert_eq!((log.ids().len(), log.left()), (1, 1), "{end:?}");
        assert!(events.is_complete() && events.is_terminated());
        assert_eq!(events.ready_state(), ReadyState::Closed);
        assert!(events.next().await.is_none());
    }
}

/// If an end is declared, a stream that ends before it is truncated.
#[tokio::test(start_paused = true)]
async fn cut_of_a_stream_with_an_end_is_truncated_and_resumed() {
    let (events, log) = source::<Event>([ends(ONE), ends(format!("{TWO}data: [DONE]\n\n"))]);
    let items: Vec<Event> = events.try_collect().await.expect("events");
    assert_eq!(items, [Event::Delta(1), Event::Delta(2)]);
    assert_eq!(log.lost(), ["truncated 1"]);
}

#[tokio::test(start_paused = true)]
async fn malformed_event_is_an_item_and_keeps_the_connection() {
    let text = "id: 1\nevent: delta\ndata: x\n\nevent: what\ndata\n\nevent: delta\ndata: 2\n\n";
    let (events, log) = source::<Endless>([ends(text), stays("data: 123456\n\nevent: delta\ndata: 3\n\n")]);
    let mut events = events.max_event_size(5);
    assert!(
        matches!(events.next().await, Some(Err(StreamError::Decode(error))) if error.event_type() == "delta")
    );
    assert!(
        matches!(events.next().await, Some(Err(StreamError::Decode(error))) if error.event_type() == "what")
    );
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(2)));
    assert!(matches!(events.next().await, Some(Err(StreamError::TooLarge { limit: 5 }))));
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(3)));
    assert_eq!(log.ids(), ids([None, Some("1")]));
    let counters = events.counters();
    assert_eq!((counters.events, counters.bytes), (2, text.len() as u64 + 36));
}

#[tokio::test(start_paused = true)]
async fn skip_unknown_holds_on_every_connection() {
    let text = "event: what\ndata\n\nevent: delta\ndata: 1\n\n";
    let (events, _) = source::<Endless>([ends(text), stays(text)]);
    let mut events = events.skip_unknown();
    assert_eq!(deltas(&mut events).await, [1, 1]);
    assert_eq!(events.counters().ignored, 2);
}

/// A header cannot contain it; without the ID, events would be lost or duplicated.
#[tokio::test(start_paused = true)]
async fn id_that_no_header_can_carry_is_an_error() {
    for id in ["a\u{1}b", "\u{7f}"] {
        let (mut events, log) = source::<Endless>([ends(format!("id: {id}\nevent: delta\ndata: 1\n\n"))]);
        assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
        let Some(Err(StreamError::Transport(error))) = events.next().await else { panic!("no error") };
        assert!(matches!(&error, EventSourceError::LastEventId(last) if last == id), "{error:?}");
        assert!(error.to_string().starts_with("the last event ID cannot be sent in a header: "), "{error}");
        assert!(events.next().await.is_none());
        assert_eq!(log.ids().len(), 1);
    }
    // A header can contain a tab.
    let (mut events, log) = source([ends("id: a\tb\nevent: delta\ndata: 1\n\n"), stays("")]);
    assert_eq!(deltas(&mut events).await, [1]);
    assert_eq!(log.ids(), ids([None, Some("a\tb")]));
}

#[tokio::test(start_paused = true)]
async fn without_retry_it_is_a_stream_over_one_connection() {
    let (events, log) = source::<Endless>([ends(ONE), stays("")]);
    let mut events = events.without_retry();
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
    assert!(events.next().await.is_none() && events.is_complete());
    assert_eq!((log.ids().len(), log.lost().len()), (1, 0));

    let (events, _) = source::<Event>([ends(ONE)]);
    let items: Vec<_> = events.without_retry().collect().await;
    assert!(matches!(&items[..], [Ok(Event::Delta(1)), Err(StreamError::Truncated)]), "{items:?}");

    let (events, _) = source::<Event>([ends("event: error\ndata\n\n")]);
    let items: Vec<_> = events.without_retry().collect().await;
    assert!(matches!(&items[..], [Ok(Event::Error)]), "{items:?}");

    let (events, _) = source::<Endless>([Answer::Refuse]);
    let items: Vec<_> = events.without_retry().collect().await;
    assert!(
        matches!(
            &items[..],
            [Err(StreamError::Transport(EventSourceError::Lost(LostConnection::Request(error))))]
                if error.to_string() == "connection refused"
        ),
        "{items:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn ready_state_is_that_of_the_connection() {
    let (mut events, _) = source::<Endless>([ends(ONE), stays(TWO)]);
    assert_eq!(events.ready_state(), ReadyState::Connecting);
    assert!(events.next().await.is_some());
    assert_eq!(events.ready_state(), ReadyState::Open);
    assert!(futures_util::poll!(events.next()).is_pending());
    assert_eq!(events.ready_state(), ReadyState::Connecting);
    assert!(events.next().await.is_some());
    assert_eq!(events.ready_state(), ReadyState::Open);
    assert!(format!("{events:?}").contains("last_event_id: Some(\"2\")"));
}

/// No request is made before the first poll, and dropping a `next()` loses nothing.
#[tokio::test(start_paused = true)]
async fn cancelled_next_loses_nothing() {
    let (mut events, log) = source::<Endless>([ends(ONE), Answer::Refuse, ends(TWO), stays("")]);
    sleep(Duration::from_secs(60)).await;
    assert!(log.ids().is_empty());
    let start = Instant::now();
    let mut items = Vec::new();
    while start.elapsed() < Duration::from_secs(60) {
        if let Ok(item) = timeout(Duration::from_millis(70), events.next()).await {
            items.push(item.expect("a stream").expect("an event"));
        }
    }
    assert_eq!(items, [Endless::Delta(1), Endless::Delta(2)]);
}

#[tokio::test(start_paused = true)]
async fn views_work_over_many_connections() {
    let error = "id: 2\nevent: error\ndata\n\n";
    let (events, log) = source::<Event>([ends(ONE), ends(error), ends("event: done\ndata\n\n")]);
    let items: Vec<_> = events.with_meta().errors_as_err().collect().await;
    let [Ok((Event::Delta(1), one)), Err(EventError::Event((Event::Error, two))), Ok((Event::Done, last))] =
        &items[..]
    else {
        panic!("{items:?}");
    };
    let ids = [&one.id, &two.id, &last.id].map(|id| id.as_deref());
    assert_eq!(ids, [Some("1"), Some("2"), Some("2")]);
    // An `error` event does not show that the server works.
    assert_eq!(log.lost(), ["truncated 1", "truncated 2"]);
}

/// The type can be written in full for any HTTP client, and it is `Send`.
#[tokio::test]
async fn event_source_can_be_stored_and_sent() {
    struct Feed {
        events: EventSource<RawEventBuf>,
    }
    fn is_send<T: Send + Unpin + 'static>(_: &T) {}
    let connect = |_| {
        ready(Err::<http::Response<futures_util::stream::Empty<Result<String, std::io::Error>>>, _>("no"))
    };
    let mut feed = Feed { events: EventSource::with_timer(Timer::tokio(), connect).max_retries(0) };
    is_send(&feed.events);
    let item = tokio::spawn(async move { feed.events.next().await }).await.expect("a task");
    let Some(Err(StreamError::Transport(EventSourceError::GaveUp { retries: 0, cause, .. }))) = item else {
        panic!("{item:?}");
    };
    assert_eq!(cause.to_string(), "the request failed: no");
}
