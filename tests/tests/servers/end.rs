//! The sentinel.

use sse_event::RawEventBuf;

use crate::client::{bytes, open, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, Item};

const END: &str = "data: [DONE]\n\n";

fn sentinel(name: &str) -> Event {
    Event::Other(RawEventBuf::new(name, "[DONE]"))
}

#[tokio::test]
async fn the_sentinel_is_sent_once() {
    let named = "event: done\ndata: [DONE]\n\n";
    let ping = "event: ping\ndata: {}\n\n";
    for (items, expected) in [
        (vec![], END.to_owned()),
        (vec![Event::Ping], [ping, END].concat()),
        (vec![Event::Ping, sentinel("")], [ping, END].concat()),
        (vec![sentinel("done")], named.to_owned()),
        (vec![sentinel("done"), Event::Ping], [named, ping, END].concat()),
    ] {
        for framework in Framework::ALL {
            assert_eq!(
                bytes(&framework.serve_all(items.iter().map(|event| Ok(event.clone().bare())))).await,
                expected,
                "{framework:?}"
            );
        }
    }
}

#[tokio::test]
async fn the_sentinel_is_not_sent_after_an_error() {
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
