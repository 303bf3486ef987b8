//! The sentinel and the end of the connection.

use futures_util::{StreamExt as _, stream};
use sse_event::RawEventBuf;

use crate::client::{bytes, open, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, Item, body};

const END: &str = "data: [DONE]\n\n";

fn sentinel(name: &str) -> Event {
    Event::Other(RawEventBuf::new(name, "[DONE]"))
}

#[tokio::test]
async fn sentinel_is_sent_once() {
    let named = "event: done\ndata: [DONE]\n\n";
    let ping = "event: ping\ndata: {}\n\n";
    let finished = "event: finished\ndata: {}\n\n";
    for (items, expected) in [
        (vec![], END.to_owned()),
        (vec![Event::Ping], [ping, END].concat()),
        (vec![Event::Ping, sentinel("")], [ping, END].concat()),
        (vec![sentinel("done")], named.to_owned()),
        (vec![Event::Finished], [finished, END].concat()),
        (vec![Event::Ping, Event::Finished], [ping, finished, END].concat()),
    ] {
        for framework in Framework::ALL {
            let items = items.clone();
            assert_eq!(
                bytes(&framework.serve_all(items.into_iter().map(|event| Ok(event.bare())))).await,
                expected,
                "{framework:?}"
            );
        }
    }
}

/// An endless stream is a broadcast: the connection ends nevertheless.
#[tokio::test]
async fn connection_closes_after_declared_end() {
    for last in [Event::Finished, sentinel(""), sentinel("done"), Event::Text("[DONE]".into())] {
        for framework in Framework::ALL {
            let first = [Event::Ping, last.clone()].map(|event| Ok(event.bare()));
            let server = framework.serve(move || body(stream::iter(first.clone()).chain(stream::pending())));
            let text = bytes(&server).await;
            assert_eq!(text.matches("event: ping").count(), 1, "{framework:?}: {last:?}");
            assert_eq!(text.matches("data: [DONE]").count(), 1, "{framework:?}: {last:?}");
        }
    }
}

#[tokio::test]
async fn sentinel_is_not_sent_after_error() {
    for framework in Framework::ALL {
        let items: Vec<Item> = vec![Ok(Event::Ping.bare()), Err(Broken)];
        let server = framework.serve_all(items);
        let mut response = open(&server).await;
        let mut text = Vec::new();
        while let Ok(Some(chunk)) = soon(response.chunk()).await {
            text.extend_from_slice(&chunk);
        }
        assert_eq!(String::from_utf8_lossy(&text), "event: ping\ndata: {}\n\n", "{framework:?}");
    }
}
