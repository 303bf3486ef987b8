//! Streams that a `complete` event has completed are not requested again.

use futures_util::StreamExt as _;
use sse_event::event_source::{EventSourceError, LostConnection, ReadyState};
use sse_event::{SseEvent, StreamError};

use super::script::{Answer, breaks, ends, source, stays};

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
enum Event {
    #[event("delta")]
    Delta(u32),
    #[event("finish", complete)]
    Finish,
}

const DELTA: &str = "id: 1\nevent: delta\ndata: 1\n\n";
const FINISH: &str = "id: 2\nevent: finish\ndata\n\n";

#[tokio::test(start_paused = true)]
async fn end_after_complete_event_does_not_reconnect() {
    for end in ["", DELTA, "data: [DONE]\n\n", ": comment"] {
        let (mut events, log) = source::<Event>([ends(DELTA), ends([FINISH, end].concat()), stays(DELTA)]);
        let mut items = Vec::new();
        while let Some(item) = events.next().await {
            items.push(item.expect("an event"));
        }
        let read_on = end == DELTA;
        assert_eq!(items[..2], [Event::Delta(1), Event::Finish], "{end:?}");
        assert_eq!((items.len() == 3, log.left(), log.lost()), (read_on, 1, vec!["truncated 1".into()]));
        assert!(events.is_complete());
        assert_eq!(events.ready_state(), ReadyState::Closed);
    }
}

#[tokio::test(start_paused = true)]
async fn failure_after_complete_event_is_last_item() {
    let (mut events, log) = source::<Event>([breaks(FINISH), stays(DELTA)]);
    assert_eq!(events.next().await.expect("an item").expect("an event"), Event::Finish);
    let failed = events.next().await.expect("an item").expect_err("it broke");
    assert!(matches!(failed, StreamError::Transport(EventSourceError::Lost(LostConnection::Body(_)))));
    assert!(events.next().await.is_none());
    assert_eq!((events.is_complete(), log.left()), (false, 1));

    let (mut events, log) = source::<Event>([ends([FINISH, "event: delta\nda"].concat()), Answer::Hang]);
    assert!(matches!(events.next().await, Some(Ok(Event::Finish))));
    assert!(matches!(events.next().await, Some(Err(StreamError::Truncated))));
    assert!(events.next().await.is_none());
    assert_eq!((events.is_complete(), log.left()), (false, 1));
}
