//! Streams of events that fail.

use futures_util::StreamExt as _;
use sse_event::{ByteStreamExt as _, StreamError};

use crate::client::{open, read, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, Item};

#[tokio::test]
async fn error_aborts_body() {
    for framework in Framework::ALL {
        let items: Vec<Item> =
            vec![Ok(Event::delta("before").bare()), Err(Broken), Ok(Event::delta("after").bare())];
        let (received, error) = read(&framework.serve_all(items)).await;
        let received: Vec<_> = received.into_iter().map(|(event, _)| event).collect();
        assert_eq!(received, [Event::delta("before")], "{framework:?}");
        assert!(matches!(error, Some(StreamError::Transport(_))), "{framework:?}: {error:?}");
    }
}

/// Also for clients whose events declare no end, where only the connection shows the failure.
#[tokio::test]
async fn reader_of_raw_events_sees_transport_error() {
    for framework in Framework::ALL {
        let items: Vec<Item> = vec![Ok(Event::Ping.bare()), Err(Broken)];
        let server = framework.serve_all(items);
        let items: Vec<_> = soon(open(&server).await.bytes_stream().raw_events().collect()).await;
        assert!(
            matches!(items.as_slice(), [Ok(ping), Err(StreamError::Transport(_))] if ping.event == "ping"),
            "{framework:?}: {items:?}"
        );
    }
}

/// If a framework got the error at once, it would drop everything that it has not sent, including the response's
/// head.
#[tokio::test]
async fn immediate_error_follows_head() {
    for framework in Framework::ALL {
        let mut response = open(&framework.serve_all([Err(Broken)])).await;
        assert!(soon(response.chunk()).await.is_err(), "{framework:?}");
    }
}
