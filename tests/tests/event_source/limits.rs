//! Silence: a silent connection is treated as lost, and the next one is made.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::StreamError;

use super::Endless;
use super::script::{Answer, source, stays};

const DELTA: &str = "id: 1\nevent: delta\ndata: 1\n\n";
const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn silent_connection_is_replaced() {
    let (events, log) = source::<Endless>([stays(DELTA), Answer::Hang, stays(": alive\n\n"), stays(DELTA)]);
    let mut events =
        events.byte_timeout(10 * SECOND).reconnection_time(SECOND).backoff(Duration::ZERO, SECOND);
    for _ in 0..2 {
        assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
    }
    assert_eq!(log.lost(), ["bytes 1", "bytes 2", "bytes 3"]);
    assert_eq!(log.times(), [0, 11_000, 22_000, 33_000]);
}

#[tokio::test(start_paused = true)]
async fn connection_without_events_is_replaced() {
    let (events, log) = source::<Endless>([stays(": alive\n\n"), stays(DELTA)]);
    let mut events = events.byte_timeout(10 * SECOND).event_timeout(5 * SECOND);
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(1)));
    assert_eq!((log.lost(), log.times()), (vec!["events 1".to_owned()], vec![0, 8000]));
}

#[tokio::test(start_paused = true)]
async fn silence_without_retry_is_the_error_of_a_stream() {
    let (events, _) = source::<Endless>([stays(DELTA)]);
    let items: Vec<_> = events.without_retry().byte_timeout(SECOND).collect().await;
    assert!(matches!(&items[..], [Ok(_), Err(StreamError::ByteTimeout { limit: SECOND })]), "{items:?}");
    let (events, _) = source::<Endless>([Answer::Hang]);
    let items: Vec<_> = events.without_retry().event_timeout(SECOND).collect().await;
    assert!(matches!(&items[..], [Err(StreamError::EventTimeout { limit: SECOND })]), "{items:?}");
}
