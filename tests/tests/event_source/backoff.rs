//! The time of the next connection.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::StreamError;
use sse_event::event_source::{EventSourceError, LostConnection};

use super::script::{Answer, Log, ends, retry_after, source, status, stays};
use super::{Endless, Event};

const DELTA: &str = "event: delta\ndata: 1\n\n";

async fn times(answers: impl IntoIterator<Item = Answer>) -> Vec<u128> {
    let (mut events, log) = source::<Endless>(answers);
    let _ =
        tokio::time::timeout(Duration::from_secs(1 << 20), async { while events.next().await.is_some() {} })
            .await;
    log.times()
}

#[tokio::test(start_paused = true)]
async fn reconnection_time_is_kept_after_a_connection_that_worked() {
    // 3 seconds, until the server sets another time; a value that is not a number is ignored.
    let set = |retry: &str| ends(format!("retry: {retry}\n{DELTA}"));
    assert_eq!(
        times([
            ends(DELTA),
            set("500"),
            set("0200"),
            set("soon"),
            set("-1"),
            set(""),
            set("0"),
            ends(DELTA),
            stays("")
        ])
        .await,
        [0, 3000, 3500, 3700, 3900, 4100, 4300, 4300, 4300]
    );
}

/// A block without data sets it too, and it stays set if the connection is lost before its first event.
#[tokio::test(start_paused = true)]
async fn reconnection_time_needs_no_event() {
    let times = times([ends("retry: 2\n"), stays(DELTA)]).await;
    assert_eq!(times, [0, 2]);
}

/// 20 digits exceed every timer. The number is ignored or bounded, and nothing overflows.
#[tokio::test(start_paused = true)]
async fn reconnection_time_of_twenty_digits_does_not_overflow() {
    let (mut events, _) =
        source::<Endless>([ends(format!("retry: 99999999999999999999\n{DELTA}")), stays("")]);
    assert!(events.next().await.is_some());
    assert!(futures_util::poll!(events.next()).is_pending());
    assert!(events.retry().is_none_or(|retry| retry <= Duration::from_millis(u32::MAX.into())));
}

#[tokio::test(start_paused = true)]
async fn waits_grow_with_jitter_until_an_event_comes() {
    let mut spread = Vec::new();
    for _ in 0..20 {
        let refused = || (0..10).map(|_| Answer::Refuse);
        let times = times(refused().chain([ends(DELTA)]).chain(refused()).chain([stays(DELTA)])).await;
        let waits: Vec<u128> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(waits.len(), 21);
        for (index, wait) in waits.iter().enumerate() {
            // The event of the eleventh connection resets the backoff.
            let retries = if index <= 9 { index } else { index - 10 };
            let most = if retries == 0 { 0 } else { 60_000.min(1000 << (retries - 1)) };
            assert!(
                (3000..=3000 + most + 1).contains(wait),
                "wait {index} is {wait} ms, of at most {most} more"
            );
        }
        spread.push(waits[9]);
    }
    spread.sort_unstable();
    assert!(spread[19] - spread[0] > 10_000, "no jitter: {spread:?}");
}

/// A server that reports an error on every connection does not work.
#[tokio::test(start_paused = true)]
async fn error_event_does_not_reset_the_backoff() {
    let (events, log) = source::<Event>((0..5).map(|_| ends("event: error\ndata\n\n")));
    let _: Vec<_> = events.take(5).collect().await;
    assert_eq!(log.lost(), ["truncated 1", "truncated 2", "truncated 3", "truncated 4"]);
}

async fn last_error(events: sse_event::EventSource<Endless>) -> EventSourceError {
    let items: Vec<_> = events.collect().await;
    match items.into_iter().last() {
        Some(Err(StreamError::Transport(error))) => error,
        last => panic!("{last:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn max_retries_counts_retries_without_an_event() {
    let refused = |count| (0..count).map(|_| Answer::Refuse);
    let (events, log) = source(refused(3).chain([ends(DELTA)]).chain(refused(9)));
    let error = last_error(events.max_retries(4)).await;
    assert!(matches!(&error, EventSourceError::GaveUp { retries: 4, cause: LostConnection::Request(_), .. }));
    assert_eq!(error.to_string(), "gave up after 4 retries: the request failed: connection refused");
    assert_eq!(log.ids().len(), 3 + 1 + 4);
}

#[tokio::test(start_paused = true)]
async fn max_elapsed_gives_up_before_a_wait_that_is_too_long() {
    let start = tokio::time::Instant::now();
    let (events, _) = source((0..1000).map(|_| Answer::Refuse));
    let error = last_error(events.max_elapsed(Duration::from_secs(60))).await;
    assert!(matches!(error, EventSourceError::GaveUp { .. }), "{error:?}");
    assert!(start.elapsed() <= Duration::from_secs(60));
    let (events, log) = source([retry_after(503, "100000000000000000000"), stays("")]);
    last_error(events.max_elapsed(Duration::from_secs(60))).await;
    assert_eq!(log.ids().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_waited_for() {
    assert_eq!(
        times([retry_after(429, "120"), retry_after(503, "0"), stays(DELTA)]).await[..2],
        [0, 120_000]
    );
    let (mut events, log) = source::<Endless>([retry_after(503, "7"), stays(DELTA)]);
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
    assert_eq!((log.times(), log.lost()), (vec![0, 7000], vec!["unavailable 1".to_owned()]));
}

#[tokio::test(start_paused = true)]
async fn retry_on_takes_further_statuses() {
    let (events, log) = source::<Endless>([status(502, None, ""), status(504, None, ""), stays(DELTA)]);
    let mut events = events.retry_on(|status| status.is_server_error());
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
    assert_eq!(log.lost(), ["unavailable 1", "unavailable 2"]);
}

#[tokio::test(start_paused = true)]
async fn backoff_can_be_set() {
    let (events, log): (_, Log) = source((0..50).map(|_| Answer::Refuse));
    let events =
        events.reconnection_time(Duration::ZERO).backoff(Duration::from_millis(8), Duration::from_millis(20));
    last_error(events.max_retries(49)).await;
    let times = log.times();
    assert!(times[1] == 0 && times[49] > 0 && times[49] <= 50 * 21, "{times:?}");
}
