//! A stream of events that fails.

use futures_util::{StreamExt as _, stream};
use sse_event::{ByteStreamExt as _, StreamError};

use crate::client::{open, read, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, Item, body, paused};

#[tokio::test]
async fn an_error_breaks_the_body_off() {
    for framework in Framework::ALL {
        let items: Vec<Item> =
            vec![Ok(Event::delta("before").bare()), Err(Broken), Ok(Event::delta("after").bare())];
        let server = framework.serve(move || paused(items.clone()));
        let (received, error) = read(&server).await;
        let received: Vec<_> = received.into_iter().map(|(event, _)| event).collect();
        assert_eq!(received, [Event::delta("before")], "{framework:?}");
        assert!(matches!(error, Some(StreamError::Transport(_))), "{framework:?}: {error:?}");
    }
}

/// Also where the client's events have no end of their own, and nothing but the connection tells.
#[tokio::test]
async fn a_reader_of_untyped_events_learns_it_too() {
    for framework in Framework::ALL {
        let items: Vec<Item> = vec![Ok(Event::Ping.bare()), Err(Broken)];
        let server = framework.serve(move || paused(items.clone()));
        let items: Vec<_> = soon(open(&server).await.bytes_stream().raw_events().collect()).await;
        assert!(
            matches!(items.as_slice(), [Ok(ping), Err(StreamError::Transport(_))] if ping.event == "ping"),
            "{framework:?}: {items:?}"
        );
    }
}

/// It may come so early that there is no response at all; there is never one that looks complete.
#[tokio::test]
async fn an_error_at_once_is_an_error_too() {
    for framework in Framework::ALL {
        let server = framework.serve(|| body(stream::iter([Err(Broken)])));
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let outcome = match soon(client.get(server.url()).send()).await {
            Ok(response) => soon(response.bytes()).await,
            Err(error) => Err(error),
        };
        assert!(outcome.is_err(), "{framework:?}: {outcome:?}");
    }
}
